package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.AdminAuditLogConfig;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the unified audit log tells of changes that concern forwarding. A search is asked again
 * under the same session until nothing new comes; one that reaches its limit is done in halves.
 */
final class AuditLogSource implements Source {
  /** What people did, as the log names it; none of it is ever sent as a command. */
  private static final List<String> OPERATIONS =
      List.of(
          "New-InboxRule",
          "Set-InboxRule",
          "UpdateInboxRules",
          "Set-Mailbox",
          "New-TransportRule",
          "Set-TransportRule",
          "New-RemoteDomain",
          "Set-RemoteDomain",
          "New-HostedOutboundSpamFilterPolicy",
          "Set-HostedOutboundSpamFilterPolicy");

  /** What a row has of its own, by the name of the same inside its text. */
  private static final Map<String, String> OUTSIDE =
      Map.of("Id", "Identity", "Operation", "Operations", "UserId", "UserIds");

  /** The log is kept so long unless the tenant pays for more. */
  private static final Duration KEPT = Duration.ofDays(180);

  private static final Duration SHORTEST = Duration.ofMinutes(10);
  private static final int PAGE = 5000;
  private static final int MOST = 50_000;

  private final ExchangeClient client;
  private final Instant from;
  private final Instant to;

  AuditLogSource(ExchangeClient client, Instant from, Instant to) {
    this.client = client;
    this.from = from;
    this.to = to;
  }

  @Override
  public String service() {
    return Via.EXCHANGE.called();
  }

  @Override
  public String request() {
    return search(from, to).toString();
  }

  @Override
  public boolean documented() {
    return false;
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.ADMIN_AUDIT_LOG_CONFIG);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    answers.restart();
    Reading reading = new Reading(answers, steps);
    boolean whole = reading.read(from, to);
    String off = notWritten(earlier);
    if (off != null && answers.rows() == 0) {
      return Ending.of(Status.FAILED, off);
    }
    Instant served = latest(from, to.minus(KEPT), writtenSince(earlier));
    Ending ending =
        whole && off == null
            ? Ending.complete(List.of(), null)
            : Ending.of(Status.TRUNCATED, off == null ? "more than " + MOST + " events" : off);
    return ending.with(new LogWindow(from, to, served, to));
  }

  /** Since when the tenant writes the log at the earliest; the epoch where it does not say. */
  private static Instant writtenSince(Collected earlier) throws InterruptedException {
    Instant since = Instant.EPOCH;
    for (ObjectNode row : earlier.rows(Dataset.ADMIN_AUDIT_LOG_CONFIG)) {
      RowRef ref = RowRef.of(Dataset.ADMIN_AUDIT_LOG_CONFIG.id(), 1, row);
      AdminAuditLogConfig config = RowReader.read(AdminAuditLogConfig.class, ref, row);
      since = latest(since, config.unifiedAuditLogFirstOptInDate().orElse(Instant.EPOCH));
    }
    return since;
  }

  private static Instant latest(Instant... times) {
    return Collections.max(List.of(times));
  }

  /** Why an empty log is no proof; null when the tenant is known to write it. */
  private static @Nullable String notWritten(Collected earlier) throws InterruptedException {
    String property = "UnifiedAuditLogIngestionEnabled";
    for (ObjectNode row : earlier.rows(Dataset.ADMIN_AUDIT_LOG_CONFIG)) {
      if (row.path(property).asBoolean()) {
        return null;
      }
      return "%s: %s is %s"
          .formatted(Dataset.ADMIN_AUDIT_LOG_CONFIG.id(), property, row.path(property).asText());
    }
    return Dataset.ADMIN_AUDIT_LOG_CONFIG.id()
        + ": "
        + earlier.status(Dataset.ADMIN_AUDIT_LOG_CONFIG);
  }

  private static Command search(Instant start, Instant end) {
    return Command.all(Cmdlet.AUDIT_LOG)
        .with(Parameter.START_DATE, start.toString())
        .with(Parameter.END_DATE, end.toString())
        .with(Parameter.OPERATIONS, OPERATIONS)
        .with(Parameter.RESULT_SIZE, PAGE);
  }

  private final class Reading {
    private final Answers answers;
    private final Steps steps;
    private final Set<String> seen = new HashSet<>();

    Reading(Answers answers, Steps steps) {
      this.answers = answers;
      this.steps = steps;
    }

    /** Reads what happened in a time; false when there was more than can be read. */
    boolean read(Instant start, Instant end) throws InterruptedException {
      Command search =
          search(start, end)
              .with(Parameter.SESSION_ID, UUID.randomUUID().toString())
              .with(Parameter.SESSION_COMMAND, "ReturnLargeSet");
      int returned = 0;
      boolean more = true;
      while (more && returned < MOST) {
        List<ObjectNode> rows = client.call(search, List.of(), null).rows();
        returned += rows.size();
        more = take(rows);
      }
      if (returned < MOST) {
        return true;
      }
      Duration length = Duration.between(start, end);
      if (length.compareTo(SHORTEST) <= 0) {
        return false;
      }
      Instant middle = start.plus(length.dividedBy(2));
      boolean first = read(start, middle);
      return read(middle, end) && first;
    }

    /** Takes in rows; false when none of them is new. */
    private boolean take(List<ObjectNode> rows) {
      boolean more = false;
      for (ObjectNode row : rows) {
        if (row.path("ResultIndex").asInt() < 0) {
          throw new ServiceException(Kind.UNAVAILABLE, "the search of the audit log broke off");
        }
        ObjectNode event = event(row);
        if (seen.add(event.path("Id").asText() + event.path("Operation").asText())) {
          answers.row(event);
          more = true;
        }
      }
      steps.at(answers.rows(), 0);
      return more;
    }
  }

  /** The row with what its text holds; values are untouched, the parameters stay a text. */
  private static ObjectNode event(ObjectNode row) {
    ObjectNode event = row.deepCopy();
    JsonNode data = data(row.path("AuditData").asText());
    for (String name : List.of("Id", "Operation", "UserId", "ObjectId", "Parameters")) {
      JsonNode value = data.get(name);
      if (value == null) {
        value = row.get(OUTSIDE.getOrDefault(name, name));
      }
      if (value != null) {
        event.set(name, value.isContainerNode() ? event.textNode(value.toString()) : value);
      }
    }
    return event;
  }

  private static JsonNode data(String text) {
    try {
      return ReplyReader.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      return ReplyReader.MAPPER.createObjectNode();
    }
  }
}
