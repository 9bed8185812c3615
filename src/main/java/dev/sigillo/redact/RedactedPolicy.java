package dev.sigillo.redact;

import dev.sigillo.assessment.Assessment.AttestationUse;
import dev.sigillo.assessment.Assessment.InventoryUse;
import dev.sigillo.assessment.Assessment.PolicyInfo;
import dev.sigillo.assessment.Assessment.WaiverUse;
import dev.sigillo.assessment.Assessment.Weakening;
import dev.sigillo.policy.Attestation;
import dev.sigillo.policy.Engagement;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.Privacy;
import dev.sigillo.policy.Response;
import dev.sigillo.policy.Waiver;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's own records without names. Who owns, approves, attests or audits is a person
 * too; what follows a comma in such a field is a role, and stays.
 */
final class RedactedPolicy {
  /** The parameter that lists who may hold rights, by whatever name. */
  static final String TRUSTEES = "allowedTrustees";

  private final Pseudonyms names;
  private final NameBook book;

  RedactedPolicy(Pseudonyms names, NameBook book) {
    this.names = names;
    this.book = book;
  }

  /** Everybody whom a field names. */
  static List<String> people(PolicyInfo p) {
    List<@Nullable String> people = new ArrayList<>();
    p.waivers().forEach(w -> people.add(w.waiver().owner()));
    p.waivers().forEach(w -> people.add(w.waiver().approver()));
    p.attestations().forEach(a -> people.add(a.attestation().by()));
    p.inventory().forEach(i -> people.add(i.entry().owner()));
    p.responses().forEach(r -> people.add(r.owner()));
    p.engagement().approvals().forEach(a -> people.add(a.name()));
    people.addAll(p.engagement().distribution());
    Engagement.Auditor auditor = p.engagement().auditor();
    people.add(auditor == null ? null : auditor.name());
    return people.stream().filter(Objects::nonNull).toList();
  }

  PolicyInfo of(PolicyInfo p) {
    return new PolicyInfo(
        p.name(),
        p.chain(),
        p.digest(),
        p.failLevel(),
        p.minCoverage(),
        p.timeZone(),
        engagement(p.engagement()),
        p.engagementStated(),
        p.responses().stream().map(this::response).toList(),
        privacy(p.privacy()),
        p.weakenings().stream().map(this::weakening).toList(),
        p.waivers().stream().map(this::waiver).toList(),
        p.attestations().stream().map(this::attestation).toList(),
        p.inventory().stream().map(this::inventory).toList());
  }

  /** What somebody wrote: addresses, keys and the names that are known from fields. */
  String free(String text) {
    return book.in(names.keys(text));
  }

  /** An entry of the register of delegations, such as {@code info@contoso.com > Anna}. */
  String trustee(String entry) {
    int arrow = entry.indexOf(" > ");
    String trustee = arrow < 0 ? entry : entry.substring(arrow + 3);
    String mailbox = arrow < 0 ? "" : names.keys(entry.substring(0, arrow)) + " > ";
    return mailbox + (trustee.contains("*") ? names.keys(trustee) : names.whole(trustee));
  }

  private @Nullable String said(@Nullable String text) {
    return text == null ? null : free(text);
  }

  private @Nullable String known(@Nullable String name) {
    return name == null ? null : person(name);
  }

  private String person(String name) {
    int comma = name.indexOf(',');
    return comma < 0
        ? names.whole(name)
        : names.whole(name.substring(0, comma)) + free(name.substring(comma));
  }

  private Engagement engagement(Engagement e) {
    Engagement.Auditor a = e.auditor();
    return new Engagement(
        e.id(),
        e.type(),
        e.organisation(),
        e.tenantId(),
        e.period(),
        e.issued(),
        e.version(),
        e.status(),
        e.objectives().stream().map(this::free).toList(),
        e.exclusions().stream()
            .map(x -> new Engagement.Exclusion(free(x.what()), free(x.reason())))
            .toList(),
        a == null
            ? null
            : new Engagement.Auditor(
                known(a.name()), said(a.organisation()), said(a.independence())),
        said(e.preparedFor()),
        e.classification(),
        e.distribution().stream().map(this::person).toList(),
        said(e.conclusion()),
        e.approvals().stream()
            .map(x -> new Engagement.Approval(person(x.name()), said(x.role()), x.date()))
            .toList());
  }

  private Response response(Response r) {
    return new Response(
        r.control(),
        said(r.subject()),
        r.decision(),
        said(r.rootCause()),
        said(r.action()),
        known(r.owner()),
        r.due(),
        r.status(),
        r.closedOn(),
        said(r.evidence()));
  }

  private @Nullable Privacy privacy(@Nullable Privacy p) {
    return p == null
        ? null
        : new Privacy(said(p.basis()), said(p.reference()), p.validUntil(), p.retentionDays());
  }

  private Weakening weakening(Weakening w) {
    UnaryOperator<String> value = w.what().equals(TRUSTEES) ? this::trustees : this::free;
    return new Weakening(
        w.control(), w.what(), value.apply(w.from()), value.apply(w.to()), said(w.reason()));
  }

  private String trustees(String list) {
    return Arrays.stream(list.split(", ", -1))
        .map(entry -> entry.equals("-") ? entry : trustee(entry))
        .collect(Collectors.joining(", "));
  }

  private WaiverUse waiver(WaiverUse u) {
    Waiver w = u.waiver();
    Waiver redacted =
        new Waiver(
            w.control(),
            free(w.subject()),
            free(w.reason()),
            person(w.owner()),
            person(w.approver()),
            w.approvedOn(),
            w.expires());
    return new WaiverUse(
        redacted, u.state(), u.findings(), u.subjects(), u.blanket(), u.daysLeft());
  }

  private AttestationUse attestation(AttestationUse u) {
    Attestation a = u.attestation();
    return new AttestationUse(
        new Attestation(
            a.control(),
            free(a.statement()),
            person(a.by()),
            a.on(),
            a.validUntil(),
            said(a.evidence())),
        u.live(),
        u.daysLeft(),
        u.points());
  }

  private InventoryUse inventory(InventoryUse u) {
    InventoryEntry e = u.entry();
    return new InventoryUse(
        new InventoryEntry(
            free(e.name()),
            e.kind(),
            person(e.owner()),
            said(e.mailbox()),
            e.appId(),
            e.connector(),
            e.spf(),
            e.dkimSelector(),
            e.ip(),
            e.credential(),
            e.server(),
            e.volumePerDay(),
            e.reviewedOn()),
        u.seen(),
        said(u.detail()));
  }
}
