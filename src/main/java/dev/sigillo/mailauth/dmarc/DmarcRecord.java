package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ReportUri;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A DMARC policy record (RFC 9989 section 4.7).
 *
 * @param text as published, strings joined
 * @param p policy for the domain itself; empty when missing or invalid
 * @param sp policy for subdomains; empty when not given or invalid
 * @param np policy for subdomains that do not exist; empty when not given or invalid
 * @param testing whether it says {@code t=y}
 * @param psd what it says of the domain's place in the tree
 * @param adkim alignment for DKIM
 * @param aspf alignment for SPF
 * @param fo options for failure reports, separated by colons; {@code 0} unless given
 * @param rua where aggregate reports go
 * @param ruf where failure reports go
 * @param obsolete values of {@code pct}, {@code rf}, {@code ri} by tag, which RFC 9989 removed
 * @param problems in the order of the text
 */
public record DmarcRecord(
    String text,
    Optional<Policy> p,
    Optional<Policy> sp,
    Optional<Policy> np,
    boolean testing,
    Psd psd,
    Alignment adkim,
    Alignment aspf,
    String fo,
    List<ReportUri> rua,
    List<ReportUri> ruf,
    Map<String, String> obsolete,
    List<Problem> problems) {

  public DmarcRecord {
    rua = List.copyOf(rua);
    ruf = List.copyOf(ruf);
    obsolete = Map.copyOf(obsolete);
    problems = List.copyOf(problems);
  }

  /** Reads a text; empty when it is no DMARC record, which is to say it does not say so. */
  public static Optional<DmarcRecord> parse(String text) {
    return DmarcParser.parse(text);
  }

  /**
   * Whether its policies count as written. Without a valid {@code p}, or with an {@code sp} or
   * {@code np} that is not valid, the whole record is taken for {@code p=none} if it names a report
   * address, and else receivers leave DMARC aside (RFC 9989 section 4.10.1): no policy either way.
   */
  public boolean isSound() {
    return p.isPresent() && !has(DmarcCode.SP_INVALID) && !has(DmarcCode.NP_INVALID);
  }

  /** Whether receivers leave DMARC aside: it is not sound and names no report address. */
  public boolean isLeftAside() {
    return !isSound() && rua.isEmpty();
  }

  /** What reaches the domain itself, test mode aside. */
  public Policy forDomain() {
    return isSound() ? p.orElse(Policy.NONE) : Policy.NONE;
  }

  /** What reaches a subdomain that exists, test mode aside. */
  public Policy forSubdomains() {
    return isSound() ? sp.orElse(forDomain()) : Policy.NONE;
  }

  /** What reaches a subdomain that does not exist, test mode aside. */
  public Policy forNonexistent() {
    return isSound() ? np.orElse(forSubdomains()) : Policy.NONE;
  }

  /**
   * The removed {@code pct}, which receivers that follow RFC 7489 honour; empty unless 0 to 100.
   */
  public OptionalInt pct() {
    String value = obsolete.getOrDefault("pct", "");
    return value.matches("0*(?:100|[0-9]{1,2})")
        ? OptionalInt.of(Integer.parseInt(value))
        : OptionalInt.empty();
  }

  /** Whether a problem of this kind was found. */
  public boolean has(DmarcCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
