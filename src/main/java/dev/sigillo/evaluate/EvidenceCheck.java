package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.control.Control;
import dev.sigillo.effective.Aspect;
import dev.sigillo.effective.Recipients;
import dev.sigillo.effective.Resolved;
import dev.sigillo.evaluate.EvidencePlan.Group;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Manifest;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.Subject;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says of which subjects a control cannot know enough, and why. */
final class EvidenceCheck {
  /** Questions to DNS that a reason names, of those without an answer. */
  private static final int SHOWN = 3;

  private final Manifest manifest;
  private final TenantFacts facts;
  private final Traffic traffic;
  private final Instant asOf;
  private final Map<String, List<Reason>> firstMissing = new HashMap<>();

  EvidenceCheck(Manifest manifest, TenantFacts facts, Traffic traffic, Instant asOf) {
    this.manifest = manifest;
    this.facts = facts;
    this.traffic = traffic;
    this.asOf = asOf;
  }

  /**
   * What is not known.
   *
   * @param everything reasons that concern every subject
   * @param bySubject reasons that concern one subject, by key
   * @param onRecipients reasons that concern every mailbox that sends mail on
   */
  record Unknowns(
      List<Reason> everything, Map<String, List<Reason>> bySubject, List<Reason> onRecipients) {
    boolean none() {
      return everything.isEmpty() && bySubject.isEmpty();
    }
  }

  /**
   * Checks the tenant-wide evidence of a control.
   *
   * @param control the control
   * @param plan its evidence
   * @param parameters values in force
   * @param mailboxes what the pass over the mailboxes left unknown, for evidence kept per mailbox;
   *     null while judging mailboxes one by one
   * @param resolved the subjects whose states DNS tells
   */
  Unknowns tenantWide(
      Control control,
      EvidencePlan plan,
      Parameters parameters,
      @Nullable Census mailboxes,
      Collection<? extends Resolved> resolved) {
    Dataset own = SubjectLister.rowsOf(control.subjects());
    List<Reason> everything = new ArrayList<>();
    Map<String, List<Reason>> bySubject = new HashMap<>();
    List<Reason> onRecipients = new ArrayList<>();
    for (Group group : plan.groups()) {
      List<Unknowns> options = new ArrayList<>();
      for (List<Need> option : group.options()) {
        List<Reason> all = new ArrayList<>();
        Map<String, List<Reason>> some = new HashMap<>();
        for (Need need : option) {
          if (need.dataset().keyed() == Dataset.Keyed.BY_MAILBOX) {
            if (mailboxes != null) {
              all.addAll(mailboxes.unknown(need));
              all.addAll(shortList());
            }
          } else {
            check(need, own, parameters, all, some);
          }
        }
        options.add(new Unknowns(all, some, List.of()));
      }
      combine(options, group.forRecipients() ? onRecipients : everything, bySubject);
    }
    if (everything.isEmpty()) {
      everything.addAll(traffic.blind(control.subjects()));
    }
    if (mailboxes != null && !onRecipients.isEmpty()) {
      sentOn(own, onRecipients, everything, bySubject);
    }
    for (Aspect aspect : plan.aspects()) {
      if (aspect.ofDomain() && everything.isEmpty()) {
        unresolved(aspect, resolved, bySubject);
      }
    }
    return new Unknowns(everything, bySubject, onRecipients);
  }

  /** What is not known of recipients concerns the transport rules that send mail on, if any. */
  private void sentOn(
      @Nullable Dataset own,
      List<Reason> onRecipients,
      List<Reason> everything,
      Map<String, List<Reason>> bySubject) {
    for (Fact fact : rows(Dataset.TRANSPORT_RULE)) {
      if (fact instanceof TransportRule rule && Recipients.sendsOn(rule)) {
        if (own != Dataset.TRANSPORT_RULE) {
          everything.addAll(onRecipients);
          return;
        }
        bySubject.computeIfAbsent(rule.subjectKey(), k -> new ArrayList<>()).addAll(onRecipients);
      }
    }
  }

  private static void unresolved(
      Aspect aspect, Collection<? extends Resolved> resolved, Map<String, List<Reason>> bySubject) {
    for (Resolved subject : resolved) {
      List<String> failures = subject.unresolved(aspect);
      if (!failures.isEmpty()) {
        String detail = String.join("; ", failures.subList(0, Math.min(SHOWN, failures.size())));
        bySubject
            .computeIfAbsent(subject.subjectKey(), k -> new ArrayList<>())
            .add(new Reason(Code.NO_DNS_ANSWER, aspect.id(), null, null, detail, 1, List.of()));
      }
    }
  }

  /** What is said of all mailboxes is not known while some may be missing from their list. */
  private List<Reason> shortList() {
    DatasetEntry entry = entry(Dataset.MAILBOX);
    if (entry.status() == Status.COMPLETE && entry.shortfall() != null) {
      return List.of(
          new Reason(
              Code.DATASET,
              entry.name(),
              null,
              entry.status().name(),
              entry.shortfall(),
              0,
              List.of()));
    }
    return entry.status() == Status.COMPLETE ? List.of() : List.of(Lacking.of(entry));
  }

  /** A group is unknown for a subject only if each of its options is. */
  private static void combine(
      List<Unknowns> options, List<Reason> everything, Map<String, List<Reason>> bySubject) {
    if (options.stream().anyMatch(Unknowns::none)) {
      return;
    }
    if (options.stream().noneMatch(option -> option.everything().isEmpty())) {
      List<Unknowns> asked = options.stream().filter(EvidenceCheck::wasAsked).toList();
      (asked.isEmpty() ? options.subList(0, 1) : asked)
          .stream()
              .flatMap(option -> option.everything().stream())
              .distinct()
              .forEach(everything::add);
      return;
    }
    for (Unknowns option : options) {
      option
          .bySubject()
          .forEach(
              (key, reasons) -> {
                if (options.stream()
                    .allMatch(o -> !o.everything().isEmpty() || o.bySubject().containsKey(key))) {
                  bySubject.computeIfAbsent(key, k -> new ArrayList<>()).addAll(reasons);
                }
              });
    }
  }

  /** Of alternatives, those that were asked say why; one that nobody asked for explains nothing. */
  private static boolean wasAsked(Unknowns option) {
    return option.everything().stream()
        .noneMatch(reason -> Status.SKIPPED.name().equals(reason.status()));
  }

  private void check(
      Need need,
      @Nullable Dataset own,
      Parameters parameters,
      List<Reason> all,
      Map<String, List<Reason>> some) {
    Dataset dataset = need.dataset();
    if (need.unless() != null
        && rows(need.unless().dataset()).stream().anyMatch(need.unless()::grantedBy)) {
      return;
    }
    DatasetEntry entry = entry(dataset);
    boolean listing = dataset == own;
    // A question to DNS without an answer stays one, however many others there are.
    boolean mayBeShort = listing || dataset == Dataset.DNS_ANSWER;
    if (entry.status() != Status.COMPLETE && !(mayBeShort && entry.status() == Status.TRUNCATED)) {
      all.add(Lacking.of(entry));
      return;
    }
    if (dataset.isTraffic()) {
      all.addAll(traffic.lacking(need, entry, parameters, asOf));
      return;
    }
    List<Fact> rows = rows(dataset);
    if (rows.isEmpty() && !facts.ordinary().containsKey(dataset) && dataset.neverEmpty()) {
      all.add(
          new Reason(
              Code.DATASET,
              dataset.id(),
              null,
              entry.status().name(),
              Note.NO_ROWS.of(),
              0,
              List.of()));
      return;
    }
    if (need.windowParameter() != null
        && shorter(entry, parameters.integer(need.windowParameter()))) {
      all.add(
          new Reason(
              Code.LOG_WINDOW,
              dataset.id(),
              null,
              null,
              String.valueOf(parameters.integer(need.windowParameter())),
              0,
              List.of()));
      return;
    }
    if (!listing) {
      all.addAll(
          firstMissing.computeIfAbsent(dataset.id() + need.paths(), asked -> firstMissing(need)));
      return;
    }
    for (Fact row : rows) {
      for (PropertyPath path : need.paths()) {
        Reason missing = Lacking.property(dataset, path, path.of(row));
        if (missing != null && row instanceof Subject subject) {
          some.computeIfAbsent(subject.subjectKey(), k -> new ArrayList<>()).add(missing);
        } else if (missing != null) {
          all.add(missing);
          return;
        }
      }
    }
  }

  /** What the first row that lacks something lacks; nothing when no row does. */
  private List<Reason> firstMissing(Need need) {
    for (Fact row : rows(need.dataset())) {
      for (PropertyPath path : need.paths()) {
        Reason missing = Lacking.property(need.dataset(), path, path.of(row));
        if (missing != null) {
          return List.of(missing);
        }
      }
    }
    return List.of();
  }

  /** A log that starts later, or ends earlier, than the control needs. */
  private boolean shorter(DatasetEntry entry, long days) {
    LogWindow window = entry.window();
    if (window == null || window.servedFrom() == null || window.servedTo() == null) {
      return true;
    }
    Instant needed = asOf.minus(Duration.ofDays(days));
    // The last day of a log is still being written; a day of grace at each end.
    return window.servedFrom().isAfter(needed.plus(Duration.ofDays(1)))
        || window.servedTo().isBefore(asOf.minus(Duration.ofDays(1)));
  }

  /** The same of mailboxes, one by one. */
  MailboxEvidence mailboxes() {
    return new MailboxEvidence(this::entry);
  }

  /** Whether a dataset was asked for at all. */
  boolean asked(Dataset dataset) {
    return entry(dataset).status() != Status.SKIPPED;
  }

  /** The manifest's line; a dataset it does not mention was skipped. */
  DatasetEntry entry(Dataset dataset) {
    return manifest
        .dataset(dataset.id())
        .orElseGet(() -> DatasetEntry.skipped(dataset.id(), manifest.origin(), ""));
  }

  private List<Fact> rows(Dataset dataset) {
    return facts.facts().getOrDefault(dataset, List.of());
  }
}
