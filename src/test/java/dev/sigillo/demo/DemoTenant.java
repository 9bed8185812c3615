package dev.sigillo.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.Line;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The invented tenant of Esempio S.p.A., on an evening in November 2026. Deterministic: every run
 * writes the same snapshot.
 */
public final class DemoTenant {
  static final String TENANT_ID = Row.guid("tenant");
  static final Instant START = Instant.parse("2026-11-19T19:00:00Z");
  static final Instant END = Instant.parse("2026-11-19T19:21:30Z");

  /** Where the snapshot stands among the product's resources. */
  static final Path EMBEDDED = Path.of("src/main/resources/demo/esempio.zip");

  private DemoTenant() {}

  /** Writes the embedded snapshot anew. */
  public static void main(String[] args) {
    write(EMBEDDED);
  }

  static String write(Path target) {
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      Instant start = START.plusSeconds(4);
      for (Answer answer : answers()) {
        Instant end = start.plus(duration(answer));
        write(writer, answer, start, end);
        start = end;
      }
      return writer.finish(
          new ManifestHeader(
              "0.1.0", TENANT_ID, "Esempio S.p.A.", Domains.INITIAL, "Sigillo (demo)", START, END));
    }
  }

  static List<Answer> answers() {
    Directory directory = new Directory();
    List<Answer> answers = new ArrayList<>();
    answers.addAll(Organisation.answers());
    answers.addAll(Domains.answers());
    answers.addAll(NameServers.answers());
    answers.addAll(OutboundSpam.answers(directory));
    answers.addAll(MailFlow.answers());
    answers.addAll(Filtering.answers());
    answers.addAll(Mailboxes.answers(directory));
    answers.addAll(Accounts.answers(directory));
    answers.add(AccessPolicies.answer());
    answers.addAll(Applications.answers());
    answers.add(AlertPolicies.answer());
    answers.add(AuditTrail.answer());
    answers.addAll(Access.answers(directory));
    answers.add(Forwarders.answer(directory));
    answers.addAll(Delegations.answers(directory));
    return answers;
  }

  private static void write(SnapshotWriter writer, Answer answer, Instant start, Instant end) {
    DatasetEntry entry = entry(answer, start, end);
    if (answer.status() != Status.COMPLETE) {
      writer.without(entry);
      return;
    }
    DatasetWriter dataset = writer.dataset(answer.dataset().id());
    for (Line line : answer.lines()) {
      String key = line.key();
      ObjectNode row = line.row();
      String error = line.error();
      if (key == null && row != null) {
        dataset.row(row);
      } else if (key != null && row != null) {
        dataset.row(key, row);
      } else if (key != null && error != null) {
        dataset.error(key, error);
      } else if (key != null) {
        dataset.empty(key);
      }
    }
    dataset.end(entry);
  }

  /** The mailbox list says how many mailboxes there are; a group of groups how many groups. */
  private static DatasetEntry entry(Answer answer, Instant start, Instant end) {
    boolean keyed = answer.dataset().keyed() != Dataset.Keyed.NO;
    long keys = answer.lines().stream().map(Line::key).distinct().count();
    return new DatasetEntry(
        answer.dataset().id(),
        Origin.SIMULATED,
        source(answer.dataset()),
        answer.request(),
        answer.status(),
        answer.reason(),
        0,
        null,
        keyed ? keys : null,
        answer.window(),
        answer.withheld(),
        List.of(),
        null,
        null,
        start,
        end);
  }

  private static String source(Dataset dataset) {
    String area = dataset.id().substring(0, dataset.id().indexOf('/'));
    return switch (area) {
      case "exchange" -> "Exchange Online";
      case "compliance" -> "Microsoft Purview";
      case "dns" -> "DNS 192.0.2.53:53";
      case "web" -> "HTTPS";
      default -> "Microsoft Graph v1.0";
    };
  }

  /** A call each second, or three mailboxes in a second where they are asked one by one. */
  private static Duration duration(Answer answer) {
    return Duration.ofSeconds(1).plusMillis(answer.lines().size() * 330L);
  }
}
