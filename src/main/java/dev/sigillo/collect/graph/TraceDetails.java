package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What happened to messages that failed on their way out: details of a sample, spread evenly over
 * the traces, because 100 questions in five minutes is all that Graph answers. The recipient, whom
 * Graph is told and does not repeat, is added to each row.
 */
final class TraceDetails extends GraphSource {
  private static final int HOPELESS = 5;

  private final int most;

  TraceDetails(GraphClient graph, Instant now, int most) {
    super(graph, now, List.of(to -> question(graph, "{id}", "{address}")));
    this.most = most;
  }

  /**
   * Where a reading is.
   *
   * @param candidates traces seen
   * @param answered details read
   */
  private record Place(long candidates, long answered) {
    static Place of(String cursor) {
      String[] words = cursor.split(" ", 2);
      return new Place(Long.parseLong(words[0]), Long.parseLong(words[1]));
    }
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.MESSAGE_TRACE, Dataset.ACCEPTED_DOMAIN);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Ending missing = missing(earlier, Dataset.MESSAGE_TRACE);
    if (missing != null) {
      return missing;
    }
    Set<String> own = new HashSet<>();
    earlier.rows(
        Dataset.ACCEPTED_DOMAIN,
        (number, key, row) -> own.add(lower(row.path("DomainName").asText(""))));
    long[] all = {0};
    earlier.rows(Dataset.MESSAGE_TRACE, (number, key, row) -> all[0] += leaves(row, own) ? 1 : 0);
    Sample sample = new Sample(answers, steps, all[0], own);
    earlier.rows(Dataset.MESSAGE_TRACE, (number, key, row) -> sample.take(row));
    return sample.ending();
  }

  /** Reads the details of some, as they come by. */
  private final class Sample {
    private final Answers answers;
    private final Steps steps;
    private final long all;
    private final Set<String> own;
    private final Trail trail = new Trail();
    private final long before;
    private long seen;
    private long answered;
    private int failed;

    Sample(Answers answers, Steps steps, long all, Set<String> own) {
      this.answers = answers;
      this.steps = steps;
      this.all = all;
      this.own = own;
      String cursor = answers.cursor();
      Place place = cursor == null ? new Place(0, 0) : Place.of(cursor);
      before = place.candidates();
      answered = place.answered();
    }

    void take(ObjectNode trace) throws InterruptedException {
      if (!leaves(trace, own)) {
        return;
      }
      long wanted = Math.min(most, all);
      boolean chosen = (seen + 1) * wanted / all > seen * wanted / all;
      if (++seen <= before || !chosen) {
        return;
      }
      String recipient = trace.path("recipientAddress").asText("");
      try {
        List<ObjectNode> rows = details(trace.path("id").asText(""), recipient);
        rows.forEach(row -> answers.row(row.put("recipientAddress", recipient)));
        answered++;
        failed = 0;
      } catch (ServiceException e) {
        if (e.status() != Status.FAILED || ++failed == HOPELESS) {
          throw e;
        }
      }
      answers.checkpoint(seen + " " + answered);
      steps.at(answered, wanted);
    }

    private List<ObjectNode> details(String id, String recipient) throws InterruptedException {
      return graph()
          .ask(Family.TRACES, () -> question(graph(), id, recipient), Page::list, trail)
          .rows();
    }

    Ending ending() {
      boolean whole = answered == all;
      return new Ending(
          whole ? Status.COMPLETE : Status.TRUNCATED,
          whole ? null : Note.FEWER_READ.of(answered, all),
          null,
          null,
          trail.requestIds(),
          trail.date());
    }
  }

  /** Whether a message is the tenant's own and goes elsewhere, as far as is known. */
  private static boolean leaves(ObjectNode trace, Set<String> own) {
    String recipient = trace.path("recipientAddress").asText("");
    boolean askable = !trace.path("id").asText("").isEmpty() && recipient.indexOf('/') < 0;
    return askable
        && !recipient.isEmpty()
        && (own.isEmpty()
            || (own.contains(domain(trace.path("senderAddress").asText("")))
                && !own.contains(domain(recipient))));
  }

  private static String domain(String address) {
    return lower(address.substring(address.lastIndexOf('@') + 1));
  }

  private static String lower(String text) {
    return text.strip().toLowerCase(Locale.ROOT);
  }

  private static RequestInformation question(GraphClient graph, String id, String recipient) {
    return graph
        .sdk()
        .admin()
        .exchange()
        .tracing()
        .messageTraces()
        .byExchangeMessageTraceId(id)
        .getDetailsByRecipientWithRecipientAddress(recipient.replace("'", "''"))
        .toGetRequestInformation();
  }
}
