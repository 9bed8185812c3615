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
    Census census = evaluation.census();
    Long listed = read(mailboxes) ? (Long) census.mailboxes() : null;
    boolean whole =
        mailboxes.status() == Status.COMPLETE
            && mailboxes.shortfall() == null
            && census.beyondTheList() == null;
    Long count = whole ? listed : total(mailboxes);
    DatasetEntry cas = evaluation.check().entry(Dataset.CAS_MAILBOX);
    Long second = read(cas) ? (Long) (cas.covered() != null ? cas.covered() : cas.rows()) : null;
    lines.add(
        new Population(
            Dataset.MAILBOX.name(),
            mailboxes.name(),
            count,
            second == null ? null : cas.name(),
            second,
            listed,
            null,
            null,
            mailboxes.status().name(),
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
              listed == null ? null : (Long) census.answered(dataset),
              listed == null ? null : (Long) census.silent(dataset, Kind.NO_ANSWER),
              listed == null ? null : (Long) census.silent(dataset, Kind.NOT_ASKED),
              entry.status().name(),
              entry.reason()));
    }
    for (Dataset dataset : TENANT_WIDE) {
      DatasetEntry entry = evaluation.check().entry(dataset);
      lines.add(
          new Population(
              dataset.name(),
              entry.name(),
              entry.status() == Status.COMPLETE ? (Long) entry.rows() : entry.total(),
              null,
              null,
              read(entry) ? (Long) entry.rows() : null,
              null,
              null,
              entry.status().name(),
              entry.reason()));
    }
    return lines;
  }

  private Set<Dataset> perMailbox() {
    Set<Dataset> needed = new TreeSet<>();
    evaluation
        .judges()
        .forEach(judge -> needed.addAll(judge.plan().datasets(evaluation.check()::asked)));
    needed.removeIf(d -> d.keyed() != Dataset.Keyed.BY_MAILBOX || d == Dataset.MAILBOX);
    return needed;
  }

  private static boolean read(DatasetEntry entry) {
    return entry.status() == Status.COMPLETE || entry.status() == Status.TRUNCATED;
  }

  /** How many there are by the service's own count; a list cut short does not say. */
  private static @Nullable Long total(DatasetEntry entry) {
    return entry.shortfall() == null ? null : entry.total();
  }

  private @Nullable String whyShort(DatasetEntry mailboxes) {
    if (mailboxes.status() != Status.COMPLETE) {
      return mailboxes.reason();
    }
    if (mailboxes.shortfall() != null) {
      return mailboxes.shortfall();
    }
    String beyond = evaluation.census().beyondTheList();
    return beyond == null ? mailboxes.reason() : beyond;
  }
}
