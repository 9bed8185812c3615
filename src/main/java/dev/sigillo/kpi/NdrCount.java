package dev.sigillo.kpi;

import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.MessageTraceDetail;
import dev.sigillo.snapshot.RowRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Counts refusals as delivery reports and message traces tell them: by block list named, by address
 * refused and its network. A refusal that several of them tell counts once.
 */
public final class NdrCount {
  private static final int MOST = 100_000;

  private final Map<String, Named> lists = new HashMap<>();
  private final Map<String, Address> addresses = new HashMap<>();
  private final Map<String, String> names = new HashMap<>();
  private final SeenRows seen = new SeenRows();
  private @Nullable Instant last;
  private boolean incomplete;

  private static final class Named {
    private final Map<String, Long> networks = new HashMap<>();
    private final RowRef row;
    private long reports;

    Named(RowRef row) {
      this.row = row;
    }
  }

  private static final class Address {
    private final TreeSet<String> lists = new TreeSet<>();
    private RowRef row;
    private long reports;

    Address(RowRef row) {
      this.row = row;
    }
  }

  /** Takes a report in; reports come before traces, whose answers name a list by its zone alone. */
  public void add(DeliveryReport report) {
    time(report.time().orNull());
    if (report.action().is("delivered") || report.action().is("relayed")) {
      return;
    }
    String zone = report.blockListZone().orNull();
    String name = report.blockList().orElse(zone == null ? "" : zone);
    if (zone != null && !name.isEmpty()) {
      names.putIfAbsent(zone.toLowerCase(Locale.ROOT), name);
    }
    refusal(
        report.row(),
        name,
        report.clientIp().orNull(),
        report.messageId().orNull(),
        report.recipient().orNull());
  }

  /** Takes in a step of a message's way. */
  public void add(MessageTraceDetail step) {
    time(step.dateTime().orNull());
    if (step.event().is("Fail")) {
      answer(
          step.row(),
          step.description().orElse(""),
          step.messageId().orNull(),
          step.recipientAddress().orNull());
    }
  }

  /** Takes in a row of a trace, which says what was answered in some exports. */
  public void add(MessageTrace trace) {
    if (trace.status().is("failed")) {
      answer(
          trace.row(),
          trace.detail().orElse(""),
          trace.messageId().orNull(),
          trace.recipientAddress().orNull());
    }
  }

  private void answer(
      RowRef row, String text, @Nullable String messageId, @Nullable String recipient) {
    Refusal refusal = Refusal.of(text);
    String zone = refusal.zone();
    String name = zone == null ? "" : names.getOrDefault(zone, zone);
    refusal(row, name, refusal.address(), messageId, recipient);
  }

  private void time(@Nullable Instant time) {
    last = time != null && (last == null || time.isAfter(last)) ? time : last;
  }

  private void refusal(
      RowRef row,
      String name,
      @Nullable String ip,
      @Nullable String messageId,
      @Nullable String recipient) {
    if (!name.isEmpty()) {
      String message = messageId == null ? null : messageId.replaceAll("^<|>$", "");
      if (!seen.add(message, null, recipient + " " + name)) {
        return;
      }
      if (lists.size() >= MOST && !lists.containsKey(name)) {
        incomplete = true;
      } else {
        Named list = lists.computeIfAbsent(name, n -> new Named(row));
        list.reports++;
        if (ip != null && list.networks.size() < MOST) {
          list.networks.merge(Networks.of(ip), 1L, Long::sum);
        }
      }
    }
    if (ip != null) {
      address(row, ip.strip(), name);
    }
  }

  private void address(RowRef row, String ip, String list) {
    if (addresses.size() >= MOST && !addresses.containsKey(ip)) {
      incomplete = true;
      return;
    }
    Address address = addresses.computeIfAbsent(ip, i -> new Address(row));
    address.reports++;
    if (!list.isEmpty()) {
      address.row = address.lists.isEmpty() ? row : address.row;
      address.lists.add(list);
    }
  }

  /** Block lists named, by name. */
  public List<BlockListCount> lists() {
    List<BlockListCount> all = new ArrayList<>();
    new TreeMap<>(lists)
        .forEach(
            (name, list) ->
                all.add(new BlockListCount(list.row, name, list.reports, list.networks)));
    return all;
  }

  /** Addresses that other servers saw, in order of their text. */
  public List<EgressAddress> addresses() {
    List<EgressAddress> all = new ArrayList<>();
    new TreeMap<>(addresses)
        .forEach(
            (ip, address) ->
                all.add(
                    new EgressAddress(
                        address.row,
                        ip,
                        Networks.of(ip),
                        address.reports,
                        List.copyOf(address.lists))));
    return all;
  }

  /** Time of the last report; null without any. */
  public @Nullable Instant last() {
    return last;
  }

  /** Whether there were more lists or addresses than are counted. */
  public boolean incomplete() {
    return incomplete;
  }
}
