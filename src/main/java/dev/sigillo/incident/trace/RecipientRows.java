package dev.sigillo.incident.trace;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row per recipient, whatever the export puts in one: the enhanced summary report names all
 * recipients with their events ({@code a@b.example##Receive, Fail;…}), the extended report has a
 * row for each event, and only the one that ends a recipient's way counts.
 */
final class RecipientRows {
  private static final Pattern RECIPIENTS =
      Pattern.compile(";(?=\\s*[^\\s;#]+@[^\\s;#]+(?:##|;|$))");
  private static final Map<String, String> ENDS =
      Map.of("fail", "failed", "deliver", "delivered", "send", "delivered", "expand", "expanded");
  private static final int MOST = 10_000;

  private final Consumer<ObjectNode> sink;

  RecipientRows(Consumer<ObjectNode> sink) {
    this.sink = sink;
  }

  void add(Map<String, @Nullable String> values) {
    String event = values.get("event");
    String said = values.get("recipientStatus");
    if (event != null && !event.isBlank()) {
      event(values, event.strip().toLowerCase(Locale.ROOT), said);
    } else if (said != null && !said.isBlank()) {
      for (String part : RECIPIENTS.split(said, MOST)) {
        summary(values, part.strip());
      }
    } else {
      sink.accept(TraceRow.of(values));
    }
  }

  private void summary(Map<String, @Nullable String> values, String part) {
    if (part.isEmpty()) {
      return;
    }
    int at = part.indexOf("##");
    String events = at < 0 ? "" : part.substring(at + 2).strip();
    Map<String, @Nullable String> row = new HashMap<>(values);
    row.put("recipientAddress", at < 0 ? part : part.substring(0, at));
    row.put("status", status(events));
    row.put("detail", events);
    sink.accept(TraceRow.of(row));
  }

  /** What the last event that ends the way says; without one, the message is on its way. */
  private static String status(String events) {
    String status = "pending";
    for (String event : events.split(",", MOST)) {
      String end = ENDS.get(event.strip().toLowerCase(Locale.ROOT));
      status = end == null ? status : end;
    }
    return status;
  }

  private void event(Map<String, @Nullable String> values, String event, @Nullable String said) {
    String end = ENDS.get(event);
    String recipients = values.get("recipientAddress");
    if (end == null || recipients == null) {
      return;
    }
    List<String> answers = said == null ? List.of() : List.of(RECIPIENTS.split(said, MOST));
    String[] all = recipients.split(";", MOST);
    for (int i = 0; i < all.length; i++) {
      Map<String, @Nullable String> row = new HashMap<>(values);
      row.put("recipientAddress", all[i]);
      row.put("status", end);
      String answer = answers.size() == all.length ? answers.get(i) : said;
      row.put("detail", answer == null ? null : answer.replaceFirst("^[^#]{0,320}##", ""));
      sink.accept(TraceRow.of(row));
    }
  }
}
