package dev.sigillo.kpi;

import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.RowRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts delivery reports: by block list named, by address refused and its network. */
public final class NdrCount {
  private static final int MOST = 100_000;

  private final Map<String, Named> lists = new HashMap<>();
  private final Map<String, Address> addresses = new HashMap<>();
  private @Nullable Instant last;
  private long rows;
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

  /** Takes a report in. */
  public void add(DeliveryReport report) {
    rows++;
    Instant time = report.time().orNull();
    last = time != null && (last == null || time.isAfter(last)) ? time : last;
    if (report.action().is("delivered") || report.action().is("relayed")) {
      return;
    }
    String ip = report.clientIp().orNull();
    String name = report.blockList().orElse(report.blockListZone().orElse(""));
    if (!name.isEmpty()) {
      if (lists.size() >= MOST && !lists.containsKey(name)) {
        incomplete = true;
      } else {
        Named list = lists.computeIfAbsent(name, n -> new Named(report.row()));
        list.reports++;
        if (ip != null && list.networks.size() < MOST) {
          list.networks.merge(Networks.of(ip), 1L, Long::sum);
        }
      }
    }
    if (ip != null) {
      address(report.row(), ip.strip(), name);
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

  /** Reports, one for each recipient. */
  public long rows() {
    return rows;
  }

  /** Whether there were more lists or addresses than are counted. */
  public boolean incomplete() {
    return incomplete;
  }
}
