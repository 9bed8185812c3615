package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * One record of a DMARC aggregate report (RFC 9990, RFC 7489 appendix C), with what its report says
 * of all its records.
 *
 * @param row where it stands in the snapshot
 * @param file the report: a path, {@code a.zip!b.xml}
 * @param sha256 digest of the file as it came, lower-case hexadecimal
 * @param orgName who reports
 * @param email whom to ask about the report
 * @param reportId unique for its reporter
 * @param begin of the time reported on
 * @param end of that time
 * @param domain whose policy was looked up
 * @param adkim alignment of DKIM asked for, {@code r} or {@code s}
 * @param aspf alignment of SPF asked for
 * @param p policy
 * @param sp policy for subdomains
 * @param np policy for subdomains that do not exist
 * @param pct percentage (RFC 7489 only)
 * @param testing {@code y} or {@code n} (RFC 9990 only)
 * @param sourceIp the address that sent
 * @param count messages
 * @param disposition what was done with them: {@code none}, {@code quarantine}, {@code reject},
 *     {@code pass}
 * @param dkim {@code pass} when a signature passed and is aligned
 * @param spf {@code pass} when SPF passed and is aligned
 * @param reasons why the disposition is not the policy's
 * @param headerFrom domain of the From field
 * @param envelopeFrom domain of the envelope sender
 * @param envelopeTo domain of the recipients
 * @param dkimResults signatures seen
 * @param spfResults SPF checks made
 */
public record DmarcAggregate(
    RowRef row,
    Setting<String> file,
    Setting<String> sha256,
    Setting<String> orgName,
    Setting<String> email,
    Setting<String> reportId,
    Setting<Instant> begin,
    Setting<Instant> end,
    Setting<String> domain,
    Setting<String> adkim,
    Setting<String> aspf,
    Setting<String> p,
    Setting<String> sp,
    Setting<String> np,
    Setting<String> pct,
    Setting<String> testing,
    Setting<String> sourceIp,
    Setting<Long> count,
    Setting<String> disposition,
    Setting<String> dkim,
    Setting<String> spf,
    Setting<List<DmarcReason>> reasons,
    Setting<String> headerFrom,
    Setting<String> envelopeFrom,
    Setting<String> envelopeTo,
    Setting<List<DmarcDkimResult>> dkimResults,
    Setting<List<DmarcSpfResult>> spfResults)
    implements Fact {}
