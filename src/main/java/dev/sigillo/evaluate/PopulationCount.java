package dev.sigillo.evaluate;

import dev.sigillo.assessment.Assessment.Population;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.Unanswered.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How many of everything there are, and how many were read. */
final class PopulationCount {
  private static final List<Dataset> TENANT_WIDE =
      List.of(
          Dataset.ACCEPTED_DOMAIN,
          Dataset.REMOTE_DOMAIN,
          Dataset.OUTBOUND_SPAM_POLICY,
          Dataset.TRANSPORT_RULE,
          Dataset.INBOUND_CONNECTOR,
          Dataset.OUTBOUND_CONNECTOR,
          Dataset.CONDITIONAL_ACCESS_POLICY,
          Dataset.PROTECTION_ALERT,
          Dataset.SERVICE_PRINCIPAL);

  private final Evaluation evaluation;

  PopulationCount(Evaluation evaluation) {
    this.evaluation = evaluation;
  }

  List<Population> lines() {
    List<Population> lines = new ArrayList<>();
    DatasetEntry mailboxes = evaluation.check().entry(Dataset.MAILBOX);
    Long count = listed(mailboxes) ? evaluation.census().mailboxes() : null;
    DatasetEntry cas = evaluation.check().entry(Dataset.CAS_MAILBOX);
    lines.add(
        new Population(
            Dataset.MAILBOX.name(),
            mailboxes.name(),
            count,
            listed(cas) ? cas.name() : null,
            listed(cas) ? cas.covered() != null ? cas.covered() : (Long) cas.rows() : null,
            count,
            null,
            null,
            whyShort(mailboxes)));
    for (Dataset dataset : perMailbox()) {
      DatasetEntry entry = evaluation.check().entry(dataset);
      lines.add(
          new Population(
              dataset.name(),
              entry.name(),
              count,
              null,
              null,
              count == null ? null : (Long) evaluation.census().answered(dataset),
              count == null ? null : (Long) evaluation.census().silent(dataset, Kind.NO_ANSWER),
              count == null ? null : (Long) evaluation.census().silent(dataset, Kind.NOT_ASKED),
              why(entry)));
    }
    for (Dataset dataset : TENANT_WIDE) {
      DatasetEntry entry = evaluation.check().entry(dataset);
      Long rows = listed(entry) ? entry.rows() : null;
      lines.add(
          new Population(
              dataset.name(), entry.name(), rows, null, null, rows, null, null, why(entry)));
    }
    return lines;
  }

  private Set<Dataset> perMailbox() {
    Set<Dataset> needed = new TreeSet<>();
    evaluation.judges().forEach(judge -> needed.addAll(judge.plan().datasets()));
    needed.removeIf(d -> d.keyed() != Dataset.Keyed.BY_MAILBOX || d == Dataset.MAILBOX);
    return needed;
  }

  private static boolean listed(DatasetEntry entry) {
    return entry.status() == Status.COMPLETE || entry.status() == Status.TRUNCATED;
  }

  private @Nullable String whyShort(DatasetEntry mailboxes) {
    if (mailboxes.status() != Status.COMPLETE) {
      return why(mailboxes);
    }
    Long covered = mailboxes.covered();
    Long total = mailboxes.total();
    if (covered != null && total != null && covered < total) {
      return covered + " / " + total;
    }
    String beyond = evaluation.census().beyondTheList();
    return beyond == null ? mailboxes.reason() : beyond;
  }

  private static @Nullable String why(DatasetEntry entry) {
    if (entry.status() == Status.COMPLETE) {
      return entry.reason();
    }
    return entry.reason() == null || entry.reason().isBlank()
        ? entry.status().name()
        : entry.status() + ": " + entry.reason();
  }
}
