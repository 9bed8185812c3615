package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.Control;
import dev.sigillo.control.Scope;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.effective.Domains;
import dev.sigillo.effective.Resolved;
import dev.sigillo.effective.TenantState;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.evaluate.EvidenceCheck.Unknowns;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Manifest;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One evaluation: everything judged, nothing published yet. Close it to remove its spool. */
final class Evaluation implements Closeable {
  private final RuleBases bases;
  private final Request request;
  private final Instant asOf;
  private final List<Judge> judges = new ArrayList<>();
  private final Map<String, List<Reason>> everything = new HashMap<>();
  private final Map<String, List<Reason>> onRecipients = new HashMap<>();
  private final FindingSpool spool;
  private final Waivers waivers;
  private final TenantFacts facts;
  private final Traffic traffic;
  private final EvidenceCheck check;
  private final Register register;
  private final TenantState state;
  private final Domains domains;
  private final Tenant tenant;
  private @Nullable Census census;

  Evaluation(Catalogue catalogue, RuleBases bases, Request request) {
    this.bases = bases;
    this.request = request;
    this.asOf = request.instant();
    Manifest manifest = request.snapshot().manifest();
    String wanted = request.policy().engagement().tenantId();
    if (wanted != null
        && manifest.tenantId() != null
        && !wanted.equalsIgnoreCase(manifest.tenantId())) {
      throw new EvaluationException(
          "the policy is for tenant %s, the snapshot is of tenant %s; allowed: a policy for the same tenant"
              .formatted(wanted, manifest.tenantId()));
    }
    LocalDate today = asOf.atZone(request.policy().timeZone()).toLocalDate();
    waivers = new Waivers(request.policy().waivers(), today);
    facts = TenantFactsReader.read(request.snapshot());
    register = new Register(request.policy(), facts);
    state = TenantState.of(facts);
    domains = Domains.of(facts, request.policy().inventory());
    for (Control control : catalogue.controls()) {
      judges.add(
          new Judge(
              control,
              EvidencePlan.of(control),
              new Parameters(control.id(), request.policy().parameters(control)),
              new Tally()));
    }
    traffic = Traffic.of(request.snapshot(), judges, register);
    check = new EvidenceCheck(manifest, facts, traffic, asOf);
    tenant = tenant(manifest, today);
    try {
      spool = new FindingSpool();
    } catch (IOException e) {
      throw new UncheckedIOException("no room for findings", e);
    }
  }

  /** Judges everything. */
  void run() {
    Declarations declarations = declarations();
    Bench bench = new Bench(waivers, spool);
    for (Judge judge : judges) {
      if (judge.in(Scope.MAILBOX)) {
        Unknowns found =
            check.tenantWide(judge.control(), judge.plan(), judge.parameters(), null, List.of());
        everything.put(judge.control().id(), Bench.everything(judge, found, declarations));
        onRecipients.put(judge.control().id(), found.onRecipients());
      }
    }
    census =
        new MailboxPass(
                bases.of(Scope.MAILBOX),
                judges,
                everything,
                onRecipients,
                check,
                bench,
                register,
                state,
                censusNeeds())
            .run(request.snapshot(), request.workers(), request.progress());
    Map<String, Unknowns> unknowns = new HashMap<>();
    for (Judge judge : judges) {
      if (judge.in(Scope.TENANT)) {
        Unknowns found =
            check.tenantWide(
                judge.control(),
                judge.plan(),
                judge.parameters(),
                census,
                resolved(judge.control().subjects()));
        unknowns.put(judge.control().id(), found);
        everything.put(judge.control().id(), Bench.everything(judge, found, declarations));
      }
    }
    new TenantPass(this, bench, unknowns).run(bases.of(Scope.TENANT));
    judges.forEach(this::list);
  }

  private Collection<? extends Resolved> resolved(SubjectKind kind) {
    if (kind == SubjectKind.INVENTORY_ENTRIES) {
      return domains.senders();
    }
    return SubjectLister.ofDns(kind) ? domains.all() : List.of();
  }

  Declarations declarations() {
    return new Declarations(request.policy(), tenant.today(), request.asOf() != null);
  }

  /**
   * Says of a control what concerns it as a whole, and whether its list of subjects may be short.
   */
  private void list(Judge judge) {
    everything(judge.control()).forEach(judge.tally()::because);
    Dataset listing = SubjectLister.listedIn(judge.control().subjects());
    if (traffic.incomplete(judge.control().subjects())) {
      judge.tally().incomplete(Traffic.tooMany());
    }
    if (listing == null) {
      return;
    }
    DatasetEntry entry = check.entry(listing);
    String beyond = listing == Dataset.MAILBOX ? census().beyondTheList() : null;
    if (entry.status() != Status.COMPLETE || entry.shortfall() != null || beyond != null) {
      judge
          .tally()
          .incomplete(
              new Reason(
                  Code.LIST_INCOMPLETE,
                  listing.id(),
                  null,
                  entry.status().name(),
                  why(entry, beyond),
                  0,
                  List.of()));
    }
  }

  private static @Nullable String why(DatasetEntry entry, @Nullable String beyond) {
    if (entry.shortfall() != null) {
      return entry.shortfall();
    }
    return beyond == null ? entry.reason() : beyond;
  }

  private List<Need> censusNeeds() {
    return judges.stream()
        .filter(judge -> judge.in(Scope.TENANT))
        .flatMap(judge -> judge.plan().groups().stream())
        .flatMap(group -> group.options().stream())
        .flatMap(List::stream)
        .filter(need -> need.dataset().keyed() == Dataset.Keyed.BY_MAILBOX)
        .distinct()
        .toList();
  }

  private Tenant tenant(Manifest manifest, LocalDate today) {
    String domain = manifest.initialDomain();
    String name = domain != null ? domain : Objects.requireNonNullElse(manifest.tenantName(), "-");
    LocalDate issued = request.policy().engagement().issued();
    Instant reference =
        issued == null
            ? request.asOf()
            : issued.plusDays(1).atStartOfDay(request.policy().timeZone()).toInstant();
    return new Tenant(
        Objects.requireNonNullElse(manifest.tenantId(), name),
        name,
        asOf,
        today,
        manifest.datasets().stream()
            .map(DatasetEntry::start)
            .filter(Objects::nonNull)
            .min(Instant::compareTo)
            .orElse(manifest.start()),
        reference,
        SettingsCoverage.of(judges, check).longValue());
  }

  Instant asOf() {
    return asOf;
  }

  Request request() {
    return request;
  }

  Tenant tenant() {
    return tenant;
  }

  TenantState state() {
    return state;
  }

  Traffic traffic() {
    return traffic;
  }

  /** Why a control cannot be judged at all; none when it can. */
  List<Reason> everything(Control control) {
    return List.copyOf(everything.getOrDefault(control.id(), List.of()));
  }

  TenantFacts facts() {
    return facts;
  }

  EvidenceCheck check() {
    return check;
  }

  Domains domains() {
    return domains;
  }

  Register register() {
    return register;
  }

  Waivers waivers() {
    return waivers;
  }

  FindingSpool spool() {
    return spool;
  }

  List<Judge> judges() {
    return List.copyOf(judges);
  }

  Census census() {
    return Objects.requireNonNull(census, "run first");
  }

  /** What the score needs to know of a control. */
  Judged judged(Judge judge) {
    Control control = judge.control();
    Tally tally = judge.tally();
    return new Judged(
        control.id(),
        control.area(),
        request.policy().severity(control),
        control.severity(),
        request.policy().settings(control).enabled(),
        judge.plan().declarations().contains(EvidencePlan.ATTESTATION),
        tally.goodCount(),
        tally.badCount(),
        tally.waivedCount(),
        tally.unknownCount(),
        tally.listIncomplete(),
        !everything(control).isEmpty(),
        traffic.unasked(control.subjects(), judge.plan(), check));
  }

  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the spool of findings cannot be removed", e);
    }
  }
}
