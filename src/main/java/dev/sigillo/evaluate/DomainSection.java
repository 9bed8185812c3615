package dev.sigillo.evaluate;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.Dkim;
import dev.sigillo.assessment.DomainResult.Dmarc;
import dev.sigillo.assessment.DomainResult.Incoming;
import dev.sigillo.assessment.DomainResult.KeyRecord;
import dev.sigillo.assessment.DomainResult.Kind;
import dev.sigillo.assessment.DomainResult.Problem;
import dev.sigillo.assessment.DomainResult.State;
import dev.sigillo.effective.Aspect;
import dev.sigillo.effective.DomainDkim;
import dev.sigillo.effective.DomainDmarc;
import dev.sigillo.effective.DomainIncoming;
import dev.sigillo.effective.DomainMail;
import dev.sigillo.mailauth.MailRoute;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.dkim.DkimKey;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.mailauth.dmarc.DmarcRecord;
import dev.sigillo.mailauth.dmarc.PolicyInForce;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.Dnssec;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes down what DNS says of each domain, as the rules saw it. */
final class DomainSection {
  private static final int MOST = 50;

  private DomainSection() {}

  static List<DomainResult> of(Evaluation evaluation) {
    Status status = evaluation.check().entry(Dataset.DNS_ANSWER).status();
    return status == Status.COMPLETE || status == Status.TRUNCATED
        ? evaluation.domains().all().stream().map(DomainSection::of).toList()
        : List.of();
  }

  private static DomainResult of(DomainMail domain) {
    return new DomainResult(
        domain.subjectName(),
        Kind.valueOf(domain.kind().name()),
        SpfSection.of(domain),
        dkim(domain),
        dmarc(domain),
        incoming(domain));
  }

  private static Dkim dkim(DomainMail domain) {
    DomainDkim dkim = domain.dkim();
    Set<String> selectors = new LinkedHashSet<>(dkim.targets().keySet());
    selectors.addAll(dkim.asked());
    List<KeyRecord> keys = new ArrayList<>();
    for (String selector : selectors) {
      DkimSelector found = dkim.selector(selector);
      String target = dkim.targets().get(selector);
      if (target != null || !found.keys().isEmpty() || !found.aliases().isEmpty()) {
        keys.add(key(found, target));
      }
    }
    return new Dkim(
        dkim.enabled().orNull(),
        List.copyOf(keys.subList(0, Math.min(MOST, keys.size()))),
        unresolved(domain, Aspect.DKIM_KEYS));
  }

  private static KeyRecord key(DkimSelector found, @Nullable String target) {
    Optional<DkimKey> key = found.key();
    State state =
        found.state() == Presence.PRESENT && !found.isUsable()
            ? State.INVALID
            : state(found.state());
    return new KeyRecord(
        found.selector(),
        state,
        key.map(one -> one.type().name().toLowerCase(Locale.ROOT)).orElse(null),
        key.filter(one -> one.bits() > 0).map(DkimKey::bits).orElse(null),
        found.aliases().isEmpty() ? null : found.aliases().get(0),
        target,
        problems(found.problems()));
  }

  private static Dmarc dmarc(DomainMail domain) {
    DomainDmarc dmarc = domain.dmarc();
    return new Dmarc(
        dmarcState(dmarc),
        dmarc.result().record().map(DmarcRecord::text).orElse(null),
        dmarc.present() ? dmarc.result().foundAt() : null,
        policy(dmarc.result().p()),
        policy(dmarc.result().sp()),
        policy(dmarc.result().np()),
        dmarc.testing(),
        dmarc.aggregateReports(),
        dmarc.failureReports(),
        problems(dmarc.result().problems()),
        unresolved(domain, Aspect.DMARC, Aspect.DMARC_SUBDOMAINS, Aspect.DMARC_REPORTS),
        domain.isCustom() || domain.isInitial() ? dmarc.better().orElse(null) : null);
  }

  private static State dmarcState(DomainDmarc dmarc) {
    if (!dmarc.several().isEmpty() || !dmarc.faults().isEmpty()) {
      return State.INVALID;
    }
    return state(dmarc.result().state());
  }

  private static @Nullable String policy(Optional<PolicyInForce> policy) {
    return policy.map(p -> p.policy().name().toLowerCase(Locale.ROOT)).orElse(null);
  }

  private static Incoming incoming(DomainMail domain) {
    DomainIncoming mail = domain.incoming();
    MailRoute.Kind route = mail.route().kind();
    String mode = mail.mtaStsMode();
    return new Incoming(
        switch (route) {
          case EXCHANGERS, ADDRESS -> State.PRESENT;
          case REFUSED, NOWHERE -> State.ABSENT;
          case UNKNOWN -> State.UNKNOWN;
        },
        mail.hosts(),
        mtaSts(domain, mode),
        mode.isEmpty() ? null : mode,
        state(mail.tls().state()),
        mail.dnssec().state() == Dnssec.State.UNKNOWN
            ? State.UNKNOWN
            : mail.isSigned() ? State.PRESENT : State.ABSENT,
        dane(mail),
        unresolved(domain, Aspect.MX, Aspect.MTA_STS, Aspect.TLS_RPT, Aspect.DNSSEC, Aspect.DANE));
  }

  private static State mtaSts(DomainMail domain, String mode) {
    if (!domain.unresolved(Aspect.MTA_STS).isEmpty()) {
      return State.UNKNOWN;
    }
    if (mode.isEmpty()) {
      return domain.incoming().mtaSts().record() == Presence.PRESENT ? State.INVALID : State.ABSENT;
    }
    return domain.incoming().unlistedHosts().isEmpty() ? State.PRESENT : State.INVALID;
  }

  private static State dane(DomainIncoming mail) {
    List<Dane> hosts = mail.dane();
    if (mail.route().kind() == MailRoute.Kind.UNKNOWN
        || hosts.stream().anyMatch(host -> host.state() == Presence.UNKNOWN)) {
      return State.UNKNOWN;
    }
    return !hosts.isEmpty() && hosts.stream().allMatch(Dane::isUsable)
        ? State.PRESENT
        : State.ABSENT;
  }

  private static State state(Presence presence) {
    return State.valueOf(presence.name());
  }

  private static List<Problem> problems(List<dev.sigillo.mailauth.Problem> problems) {
    return problems.stream()
        .limit(MOST)
        .map(problem -> new Problem(problem.code().name(), problem.name(), problem.text()))
        .toList();
  }

  static List<String> unresolved(DomainMail domain, Aspect... aspects) {
    Set<String> all = new LinkedHashSet<>();
    for (Aspect aspect : aspects) {
      all.addAll(domain.unresolved(aspect));
    }
    return all.stream().limit(MOST).toList();
  }
}
