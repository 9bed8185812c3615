package dev.sigillo.effective;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.dmarc.Alignment;
import dev.sigillo.mailauth.dmarc.Authorisation;
import dev.sigillo.mailauth.dmarc.DmarcCode;
import dev.sigillo.mailauth.dmarc.DmarcRecord;
import dev.sigillo.mailauth.dmarc.DmarcResult;
import dev.sigillo.mailauth.dmarc.Policy;
import dev.sigillo.mailauth.dmarc.PolicyInForce;
import dev.sigillo.mailauth.dmarc.Psd;
import dev.sigillo.mailauth.dmarc.ReportDestination;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What DMARC means for an accepted domain, in the words of its record, and the record it should
 * have.
 *
 * @param kind what the domain is for
 * @param result what the walk found
 */
public record DomainDmarc(DomainKind kind, DmarcResult result) {
  private static final Set<DmarcCode> UNSOUND =
      Set.of(DmarcCode.P_MISSING, DmarcCode.P_INVALID, DmarcCode.SP_INVALID, DmarcCode.NP_INVALID);

  /** Whether a record reaches the domain. */
  public boolean present() {
    return result.state() == Presence.PRESENT;
  }

  /** Whether it is certain that no record is there, neither one nor several. */
  public boolean absent() {
    return result.state() == Presence.ABSENT && several().isEmpty();
  }

  /** Whether it cannot be told which policy the domain's own mail meets. */
  boolean undecided() {
    return result.state() == Presence.UNKNOWN || (present() && result.p().isEmpty());
  }

  /** Whether it cannot be told which policy mail of its subdomains meets. */
  boolean undecidedBelow() {
    return undecided() || (present() && (result.sp().isEmpty() || result.np().isEmpty()));
  }

  /** Whether it cannot be told whether reports arrive. */
  boolean undecidedReports() {
    return undecided()
        || result.reports().stream()
            .anyMatch(
                to -> to.authorisation() == Authorisation.UNKNOWN || to.mail() == Presence.UNKNOWN);
  }

  /** Where several records stand, such as {@code _dmarc.contoso.com: 2}. */
  public List<String> several() {
    return result.problems().stream()
        .filter(problem -> problem.code() == DmarcCode.SEVERAL_RECORDS)
        .map(problem -> problem.name() + ": " + problem.text())
        .toList();
  }

  /** The names of the walk at which no record is, such as {@code _dmarc.contoso.com}. */
  public List<String> walked() {
    return result.walked().stream().map(name -> "_dmarc." + name).toList();
  }

  /** What keeps the record from counting, such as {@code p=rejct}. */
  public List<String> faults() {
    return result.record().filter(record -> !record.isSound()).isEmpty()
        ? List.of()
        : result.problems().stream()
            .filter(problem -> UNSOUND.contains(problem.code()))
            .map(DomainDmarc::fault)
            .distinct()
            .toList();
  }

  private static String fault(Problem problem) {
    return problem.text().isEmpty() ? "p=" : problem.text();
  }

  /** The policy for the domain's own mail as published: none, quarantine, reject or absent. */
  public String policy() {
    return word(result.p());
  }

  /** Policies for subdomains that are weaker than the domain's, such as {@code sp=none}. */
  public List<String> weakerBelow() {
    Policy own = result.p().map(PolicyInForce::policy).orElse(Policy.NONE);
    List<String> weaker = new ArrayList<>();
    if (present()) {
      result
          .sp()
          .filter(sp -> sp.policy().isWeakerThan(own))
          .ifPresent(sp -> weaker.add("sp=" + word(result.sp())));
      result
          .np()
          .filter(np -> np.policy().isWeakerThan(own))
          .ifPresent(np -> weaker.add("np=" + word(result.np())));
    }
    return weaker;
  }

  /** Whether the record says {@code t=y}. */
  public boolean testing() {
    return result.record().map(DmarcRecord::testing).orElse(false);
  }

  /** The removed {@code pct}, 100 unless given. */
  public int percentage() {
    return result.record().map(record -> record.pct().orElse(100)).orElse(100);
  }

  /** The removed tag, such as {@code pct=25}. */
  public String percentageTag() {
    return "pct=" + percentage();
  }

  /** Where aggregate reports go: addresses, or URIs of other schemes. */
  public List<String> aggregateReports() {
    return addresses(result.record().map(DmarcRecord::rua).orElse(List.of()));
  }

  /** Where failure reports go. */
  public List<String> failureReports() {
    return addresses(result.record().map(DmarcRecord::ruf).orElse(List.of()));
  }

  /** Those of some addresses that get no aggregate reports. */
  public List<String> notReported(List<String> wanted) {
    return wanted.stream()
        .filter(address -> aggregateReports().stream().noneMatch(address::equalsIgnoreCase))
        .toList();
  }

  /**
   * Addresses that get failure reports and are not among those allowed.
   *
   * @param allowed the addresses allowed
   * @param wanted whether failure reports are wanted: then any address will do if none is named
   */
  public List<String> undecided(List<String> allowed, boolean wanted) {
    return wanted && allowed.isEmpty()
        ? List.of()
        : failureReports().stream()
            .filter(to -> allowed.stream().noneMatch(to::equalsIgnoreCase))
            .toList();
  }

  private static List<String> addresses(List<ReportUri> uris) {
    return uris.stream().map(uri -> uri.isMail() ? uri.address() : uri.uri()).toList();
  }

  /** Report addresses whose domains have not agreed to get them. */
  public List<String> unauthorised() {
    return destinations(to -> to.authorisation() == Authorisation.NOT_AUTHORISED);
  }

  /** The records that would agree, ready to be published by the destinations. */
  public List<String> authorisations() {
    return result.reports().stream()
        .filter(to -> to.authorisation() == Authorisation.NOT_AUTHORISED)
        .map(to -> to.authorisedBy() + " TXT \"v=DMARC1\"")
        .distinct()
        .toList();
  }

  /** Report addresses whose domains take no mail. */
  public List<String> undeliverable() {
    return destinations(to -> to.mail() == Presence.ABSENT);
  }

  private List<String> destinations(Predicate<ReportDestination> which) {
    return result.reports().stream()
        .filter(which)
        .map(to -> to.tag() + "=" + to.uri().uri())
        .distinct()
        .toList();
  }

  /** Alignment for DKIM, {@code r} or {@code s}; {@code r} without a record. */
  public String dkimAlignment() {
    return alignment(result.record().map(DmarcRecord::adkim));
  }

  /** Alignment for SPF, {@code r} or {@code s}; {@code r} without a record. */
  public String spfAlignment() {
    return alignment(result.record().map(DmarcRecord::aspf));
  }

  private static String alignment(Optional<Alignment> alignment) {
    return alignment.orElse(Alignment.RELAXED) == Alignment.STRICT ? "s" : "r";
  }

  /**
   * The record to publish first: one that only asks for reports where the domain sends and has no
   * policy yet, else the one to arrive at.
   */
  public String firstStep() {
    Policy policy = kind == DomainKind.SENDING && !present() ? Policy.NONE : Policy.REJECT;
    return record(policy, List.of(), Optional.empty());
  }

  /** The record to publish instead of what is there; empty when that will do. */
  public Optional<String> better() {
    boolean good =
        present()
            && faults().isEmpty()
            && several().isEmpty()
            && policy().equals("reject")
            && weakerBelow().isEmpty()
            && !testing()
            && percentage() == 100
            && (kind != DomainKind.SENDING || !aggregateReports().isEmpty());
    return good || undecided()
        ? Optional.empty()
        : Optional.of(present() ? recommended() : firstStep());
  }

  /** The record that asks for aggregate reports: the present one with an address. */
  public String reporting() {
    if (!present()) {
      return firstStep();
    }
    List<String> kept = new ArrayList<>();
    result
        .record()
        .filter(record -> !result.isInherited() && record.isSound())
        .ifPresent(
            record -> {
              record.sp().ifPresent(sp -> kept.add("sp=" + word(sp)));
              record.np().ifPresent(np -> kept.add("np=" + word(np)));
              if (record.testing()) {
                kept.add("t=y");
              }
            });
    Policy policy = result.p().map(PolicyInForce::policy).orElse(Policy.NONE);
    return record(policy, kept, result.record());
  }

  /** The record to arrive at: {@code p=reject} for everything, the rest as it is. */
  public String recommended() {
    return record(Policy.REJECT, List.of(), result.record());
  }

  private String record(Policy policy, List<String> kept, Optional<DmarcRecord> present) {
    List<String> tags = new ArrayList<>(List.of("v=DMARC1", "p=" + word(policy)));
    tags.addAll(kept);
    present.ifPresent(
        record -> {
          if (record.psd() != Psd.UNSAID) {
            tags.add("psd=" + (record.psd() == Psd.YES ? "y" : "n"));
          }
          if (record.adkim() == Alignment.STRICT) {
            tags.add("adkim=s");
          }
          if (record.aspf() == Alignment.STRICT) {
            tags.add("aspf=s");
          }
        });
    List<ReportUri> rua = present.map(DmarcRecord::rua).orElse(List.of());
    if (!rua.isEmpty()) {
      tags.add("rua=" + uris(rua));
    } else if (kind == DomainKind.SENDING) {
      tags.add("rua=mailto:postmaster@" + result.domain());
    }
    present
        .filter(record -> !record.ruf().isEmpty())
        .ifPresent(
            record -> {
              tags.add("ruf=" + uris(record.ruf()));
              if (!record.fo().equals("0")) {
                tags.add("fo=" + record.fo());
              }
            });
    return String.join("; ", tags);
  }

  private static String uris(List<ReportUri> uris) {
    return uris.stream().map(ReportUri::uri).collect(Collectors.joining(","));
  }

  private static String word(Optional<PolicyInForce> policy) {
    return policy.map(p -> word(p.policy())).orElse("absent");
  }

  private static String word(Policy policy) {
    return policy.name().toLowerCase(Locale.ROOT);
  }
}
