package dev.sigillo.kpi;

import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.RowRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rows of a message trace as they pass: what came back by recipient domain and hour,
 * what each own sender sent by day, what was forwarded. Rows that come twice, in one trace or in
 * two, count once. Memory grows with the number of domains, senders and hours, up to a bound.
 */
public final class TraceCount {
  /** Domains with hours, or senders with days: with more, the list is said to be incomplete. */
  private static final int MOST = 500_000;

  private final Predicate<String> own;
  private final SeenRows seen = new SeenRows();
  private final Map<String, Domain> domains = new HashMap<>();
  private final Map<String, Sender> senders = new HashMap<>();
  private final ForwardCount forwards = new ForwardCount();
  private @Nullable Instant first;
  private @Nullable Instant last;
  private long rows;
  private long failed;
  private long delivered;
  private int buckets;
  private boolean incomplete;

  /**
   * @param own whether an address or domain is the organisation's
   */
  public TraceCount(Predicate<String> own) {
    this.own = own;
  }

  private static final class Domain {
    private final TreeMap<Long, long[]> hours = new TreeMap<>();
    private RowRef row;
    private long messages;
    private long failed;

    Domain(RowRef row) {
      this.row = row;
    }
  }

  private static final class Sender {
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private final RowRef row;
    private long messages;

    Sender(RowRef row) {
      this.row = row;
    }
  }

  /** Takes a row in. */
  public void add(MessageTrace trace) {
    String recipient = lower(trace.recipientAddress().orNull());
    if (!seen.add(trace.id().orNull(), trace.messageId().orNull(), recipient)) {
      return;
    }
    rows++;
    Instant time = trace.receivedDateTime().orNull();
    if (time != null) {
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
    }
    boolean bad = trace.status().is("failed");
    boolean good = trace.status().is("delivered");
    failed += bad ? 1 : 0;
    delivered += good ? 1 : 0;
    if (recipient.indexOf('@') < 0 || own.test(recipient)) {
      return;
    }
    if (bad || good) {
      bounce(trace.row(), recipient.substring(recipient.lastIndexOf('@') + 1), time, bad);
    }
    String sender = lower(trace.senderAddress().orNull());
    if (time != null && sender.indexOf('@') >= 0) {
      if (!own.test(sender) || sender.contains("+srs=")) {
        forwards.add(trace.row(), trace.messageId().orNull(), recipient, time);
      } else {
        sent(trace.row(), sender, time);
      }
    }
  }

  /** Whether a second pass would tell through which mailboxes forwarded mail went. */
  public boolean wantsSecondPass() {
    return forwards.any();
  }

  /** Takes a row in for the second time. */
  public void addAgain(MessageTrace trace) {
    String recipient = lower(trace.recipientAddress().orNull());
    if (recipient.indexOf('@') >= 0 && own.test(recipient)) {
      forwards.wentThrough(trace.messageId().orNull(), recipient);
    }
  }

  private void bounce(RowRef row, String name, @Nullable Instant time, boolean bad) {
    Domain domain = domains.get(name);
    if (domain == null) {
      if (domains.size() >= MOST) {
        incomplete = true;
        return;
      }
      domain = new Domain(row);
      domains.put(name, domain);
    }
    domain.row = bad && domain.failed == 0 ? row : domain.row;
    domain.messages++;
    domain.failed += bad ? 1 : 0;
    if (time != null) {
      long hour = time.getEpochSecond() / 3_600;
      long[] count = domain.hours.get(hour);
      if (count == null) {
        if (buckets >= MOST) {
          incomplete = true;
          return;
        }
        buckets++;
        count = new long[2];
        domain.hours.put(hour, count);
      }
      count[0]++;
      count[1] += bad ? 1 : 0;
    }
  }

  private void sent(RowRef row, String address, Instant time) {
    Sender sender = senders.get(address);
    if (sender == null) {
      if (senders.size() >= MOST) {
        incomplete = true;
        return;
      }
      sender = new Sender(row);
      senders.put(address, sender);
    }
    sender.messages++;
    sender.days.merge(LocalDate.ofInstant(time, ZoneOffset.UTC), 1L, Long::sum);
  }

  /** Outside domains, by name. */
  public List<RecipientDomain> domains() {
    List<RecipientDomain> all = new ArrayList<>();
    new TreeMap<>(domains)
        .forEach(
            (name, domain) -> {
              List<HourCount> hours = new ArrayList<>();
              domain.hours.forEach(
                  (hour, count) ->
                      hours.add(
                          new HourCount(Instant.ofEpochSecond(hour * 3_600), count[0], count[1])));
              all.add(new RecipientDomain(domain.row, name, domain.messages, domain.failed, hours));
            });
    return all;
  }

  /** Own senders, by address. */
  public List<TracedSender> senders() {
    List<TracedSender> all = new ArrayList<>();
    new TreeMap<>(senders)
        .forEach(
            (address, sender) -> {
              List<DayCount> days = new ArrayList<>();
              sender.days.forEach((day, count) -> days.add(new DayCount(day, count)));
              all.add(new TracedSender(sender.row, address, sender.messages, days, spanDays()));
            });
    return all;
  }

  /** Forwarded mail, by mailbox or target. */
  public List<ForwardedMail> forwarded() {
    return first == null || last == null ? List.of() : forwards.of(first, last);
  }

  /** Days from the first to the last message, both counted; 0 without any. */
  public long spanDays() {
    return first == null || last == null
        ? 0
        : ChronoUnit.DAYS.between(
                LocalDate.ofInstant(first, ZoneOffset.UTC),
                LocalDate.ofInstant(last, ZoneOffset.UTC))
            + 1;
  }

  /** Time of the last message; null without any. */
  public @Nullable Instant last() {
    return last;
  }

  /** Rows that were not there before. */
  public long rows() {
    return rows;
  }

  /** Whether the trace was asked for failures alone, so that no share can be told. */
  public boolean onlyFailures() {
    return failed > 0 && delivered == 0;
  }

  /**
   * Whether no message in it went through, so that nothing can be told of volumes: perhaps failures
   * alone were asked for, and there was none.
   */
  public boolean nothingDelivered() {
    return delivered == 0;
  }

  /** Whether there were more domains, hours or senders than are counted. */
  public boolean incomplete() {
    return incomplete || forwards.incomplete();
  }

  private static String lower(@Nullable String address) {
    return address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
  }
}
