package dev.sigillo.incident.dossier;

import dev.sigillo.incident.ndr.Answer;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.MessageTraceDetail;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What servers answered, as a trace tells it: in the row itself, or in the steps that Graph tells
 * of each recipient, which are kept up to a bound.
 */
final class TraceAnswers {
  private static final int MOST = 50_000;
  private static final int LONGEST = 500;

  private final Map<String, String> steps = new HashMap<>();

  /** Takes in a step of a message's way. */
  void add(MessageTraceDetail step) {
    String said = step.description().orElse("");
    if (step.event().is("Fail") && !said.isEmpty() && steps.size() < MOST) {
      steps.put(
          key(step.messageId().orElse(""), step.recipientAddress().orElse("")),
          said.substring(0, Math.min(LONGEST, said.length())));
    }
  }

  /** The answer to a row of the trace; none where nothing tells it. */
  Answer of(MessageTrace row) {
    Answer own = Answer.of(row.detail().orElse(""));
    return own.reason() != null
        ? own
        : Answer.of(
            steps.getOrDefault(
                key(row.messageId().orElse(""), row.recipientAddress().orElse("")), ""));
  }

  private static String key(String messageId, String recipient) {
    return (messageId.strip().replaceAll("^<|>$", "") + "\0" + recipient.strip())
        .toLowerCase(Locale.ROOT);
  }
}
