package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.collect.run.Workload;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Traces of messages that failed, newest first. There are no links to more: the next question ends
 * where the last answer did.
 */
final class TraceSource implements Source {
  private static final int PAGE = 5000;
  private static final Duration LONGEST = Duration.ofDays(10);
  private static final Duration KEPT = Duration.ofDays(90);

  /** Exchange's names of what Graph calls otherwise; the rest differs by a capital only. */
  private static final Map<String, String> AS_GRAPH =
      Map.of("MessageTraceId", "id", "Received", "receivedDateTime");

  private final ExchangeClient client;
  private final Instant asked;
  private final Instant from;
  private final Instant to;
  private final Workload workload;

  TraceSource(ExchangeClient client, Instant from, Instant to, Workload workload) {
    this.client = client;
    this.asked = from;
    this.from = from.isBefore(to.minus(KEPT)) ? to.minus(KEPT) : from;
    this.to = to;
    this.workload = workload;
  }

  @Override
  public String service() {
    return Via.EXCHANGE.called();
  }

  @Override
  public String request() {
    return search(from, to.toString(), null).toString();
  }

  @Override
  public boolean documented() {
    return false;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    answers.restart();
    boolean whole = true;
    for (Instant end = to; end.isAfter(from); end = end.minus(LONGEST)) {
      Instant start = end.minus(LONGEST);
      whole &= read(start.isBefore(from) ? from : start, end, answers, steps);
    }
    Ending ending =
        whole
            ? Ending.complete(List.of(), null)
            : Ending.of(Status.TRUNCATED, "the list of traces does not go on");
    return ending.with(new LogWindow(asked, to, from, to));
  }

  /** Reads ten days at most; false when the list could not be followed to its end. */
  private boolean read(Instant start, Instant end, Answers answers, Steps steps)
      throws InterruptedException {
    String until = end.toString();
    String recipient = null;
    while (true) {
      Command search = search(start, until, recipient);
      List<ObjectNode> rows = workload.call(() -> client.ask(search, List.of(), null)).rows();
      long taken = take(rows, answers);
      steps.at(answers.rows(), 0);
      if (rows.size() < PAGE) {
        return true;
      }
      ObjectNode last = rows.get(rows.size() - 1);
      until = last.path("Received").asText();
      recipient = last.path("RecipientAddress").asText();
      if (taken == 0 || until.isEmpty() || recipient.isEmpty()) {
        return false;
      }
    }
  }

  /** Answers overlap: a message to a recipient is kept once. */
  private static long take(List<ObjectNode> rows, Answers answers) {
    long before = answers.rows();
    for (ObjectNode row : rows) {
      answers.row(
          asGraph(row),
          row.path("MessageTraceId").asText() + ' ' + row.path("RecipientAddress").asText());
    }
    return answers.rows() - before;
  }

  private static Command search(Instant start, String until, @Nullable String recipient) {
    Command search =
        Command.all(Cmdlet.MESSAGE_TRACE)
            .with(Parameter.START_DATE, start.toString())
            .with(Parameter.END_DATE, until)
            .with(Parameter.STATUS, "Failed")
            .with(Parameter.RESULT_SIZE, PAGE);
    return recipient == null
        ? search
        : search.with(Parameter.STARTING_RECIPIENT_ADDRESS, recipient);
  }

  private static ObjectNode asGraph(ObjectNode row) {
    ObjectNode trace = row.objectNode();
    for (Map.Entry<String, JsonNode> property : row.properties()) {
      String name = property.getKey();
      String plain = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
      trace.set(AS_GRAPH.getOrDefault(name, plain), property.getValue());
    }
    return trace;
  }
}
