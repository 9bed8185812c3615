package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * What DMARC makes of a domain (RFC 9989).
 *
 * @param domain the domain asked about
 * @param state whether a record reaches it; unknown when a name on the walk that decides it has no
 *     answer
 * @param record the record that reaches it, its own or an inherited one
 * @param foundAt the domain whose record it is; empty without one
 * @param organisationalDomain found by the walk; empty when not known
 * @param p policy for mail of the domain itself; empty when absent or unknown
 * @param sp policy for mail of its subdomains that exist and have no record; empty when absent or
 *     unknown: the organisational domain's, not its own, unless they are the same
 * @param np policy for mail of its subdomains that do not exist; empty when absent or unknown
 * @param walked the domains asked, longest first
 * @param reports where the record sends reports by mail
 * @param problems in the order of the walk, then those of the whole
 */
public record DmarcResult(
    String domain,
    Presence state,
    Optional<DmarcRecord> record,
    String foundAt,
    Optional<String> organisationalDomain,
    Optional<PolicyInForce> p,
    Optional<PolicyInForce> sp,
    Optional<PolicyInForce> np,
    List<String> walked,
    List<ReportDestination> reports,
    List<Problem> problems) {

  public DmarcResult {
    walked = List.copyOf(walked);
    reports = List.copyOf(reports);
    problems = List.copyOf(problems);
  }

  /** Whether the record is another domain's. */
  public boolean isInherited() {
    return !foundAt.isEmpty() && !foundAt.equals(domain);
  }

  /** Whether a problem of this kind was found, at any name. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
