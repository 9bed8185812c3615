package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * One policy of a TLS report (RFC 8460), with what its report says of all its policies.
 *
 * @param row where it stands in the snapshot
 * @param file the report
 * @param sha256 digest of the file as it came, lower-case hexadecimal
 * @param organizationName who reports
 * @param contactInfo whom to ask
 * @param reportId unique for its reporter
 * @param startDatetime of the time reported on
 * @param endDatetime of that time
 * @param policyType {@code sts}, {@code tlsa} or {@code no-policy-found}
 * @param policyDomain whose mail it is about
 * @param mxHost patterns of mail servers in the policy
 * @param successCount sessions that went well
 * @param failureCount sessions that did not
 * @param failureDetails kinds of failure
 */
public record TlsReport(
    RowRef row,
    Setting<String> file,
    Setting<String> sha256,
    Setting<String> organizationName,
    Setting<String> contactInfo,
    Setting<String> reportId,
    Setting<Instant> startDatetime,
    Setting<Instant> endDatetime,
    Setting<String> policyType,
    Setting<String> policyDomain,
    Setting<List<String>> mxHost,
    Setting<Long> successCount,
    Setting<Long> failureCount,
    Setting<List<TlsFailure>> failureDetails)
    implements Fact {}
