package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the DMARC record that reaches a domain, and what it means for the domain and below. */
public final class Dmarc {
  private final String domain;
  private final Dns dns;
  private final TreeWalk walk;
  private final List<Problem> problems;

  private Dmarc(String domain, Dns dns) {
    this.domain = domain;
    this.dns = dns;
    this.walk = TreeWalk.from(domain, dns);
    this.problems = new ArrayList<>(walk.problems());
  }

  /**
   * Looks at a domain. Asks {@code _dmarc} TXT at up to eight names and, where it matters, the MX,
   * A and AAAA records and walks of report destinations; never fails.
   *
   * @param domain a mail domain, internationalised labels as A-labels
   */
  public static DmarcResult of(String domain, Dns dns) {
    return new Dmarc(Question.normal(domain), dns).result();
  }

  private DmarcResult result() {
    TreeWalk.Step own = walk.steps().get(0);
    Optional<TreeWalk.Step> above = walk.isComplete() ? walk.inherited() : Optional.empty();
    Optional<TreeWalk.Step> source = own.record().isPresent() ? Optional.of(own) : above;
    Optional<PolicyInForce> sp = above.map(step -> inForce(step, DmarcRecord::forSubdomains));
    Optional<PolicyInForce> np = above.map(step -> inForce(step, DmarcRecord::forNonexistent));
    Optional<PolicyInForce> p =
        own.record().isPresent()
            ? Optional.of(inForce(own, DmarcRecord::forDomain))
            : inherited(sp, np);
    Presence state =
        source.isPresent()
            ? Presence.PRESENT
            : walk.isComplete() ? Presence.ABSENT : Presence.UNKNOWN;
    Optional<DmarcRecord> record = source.flatMap(TreeWalk.Step::record);
    String foundAt = source.map(TreeWalk.Step::domain).orElse("");
    noteIgnoredSubdomainPolicy(own, above);
    comparePolicies(p, sp, state);
    Optional<String> organisation =
        foundAt.equals(domain) ? walk.organisationalDomain() : Optional.of(foundAt);
    List<ReportDestination> reports =
        record
            .map(r -> new Destinations(foundAt, organisation, dns, problems).of(r))
            .orElse(List.of());
    return new DmarcResult(
        domain,
        state,
        record,
        foundAt,
        walk.organisationalDomain(),
        p,
        sp,
        np,
        walk.steps().stream().map(TreeWalk.Step::domain).toList(),
        reports,
        problems);
  }

  private static PolicyInForce inForce(TreeWalk.Step step, Function<DmarcRecord, Policy> policy) {
    DmarcRecord record = step.record().orElseThrow();
    return new PolicyInForce(policy.apply(record), record.testing(), step.domain());
  }

  /** {@code sp}, or {@code np} if the domain does not exist: no such name (RFC 8020). */
  private Optional<PolicyInForce> inherited(
      Optional<PolicyInForce> sp, Optional<PolicyInForce> np) {
    if (sp.equals(np)) {
      return sp;
    }
    Answer answer = dns.ask(new Question(domain, RecordType.MX));
    if (answer.isUnknown()) {
      problems.add(Problem.of(DmarcCode.EXISTENCE_UNKNOWN, domain, ""));
      return Optional.empty();
    }
    return answer instanceof Answer.NoSuchName none && none.aliases().isEmpty() ? np : sp;
  }

  private void noteIgnoredSubdomainPolicy(TreeWalk.Step own, Optional<TreeWalk.Step> above) {
    boolean gives = own.record().map(r -> r.sp().isPresent() || r.np().isPresent()).orElse(false);
    if (gives && above.isPresent() && !above.get().domain().equals(domain)) {
      problems.add(Problem.of(DmarcCode.SUBDOMAIN_POLICY_IGNORED, domain, above.get().domain()));
    }
  }

  private void comparePolicies(
      Optional<PolicyInForce> p, Optional<PolicyInForce> sp, Presence state) {
    if (state == Presence.UNKNOWN || !walk.isComplete()) {
      return;
    }
    Policy walkedP = p.map(PolicyInForce::policy).orElse(Policy.NONE);
    Policy walkedSp = sp.map(PolicyInForce::policy).orElse(Policy.NONE);
    OldMethod.of(domain, dns)
        .filter(old -> old.differsFrom(walkedP, walkedSp))
        .ifPresent(
            old -> problems.add(Problem.of(DmarcCode.METHODS_DIFFER, domain, old.toString())));
  }
}
