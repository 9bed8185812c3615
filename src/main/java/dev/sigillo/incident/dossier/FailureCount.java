package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.Networks;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Counts delivery reports as they pass, in bounded memory. */
final class FailureCount {
  /** Names of a kind that are counted. */
  private static final int MOST = 100_000;

  private static final int SAMPLES = 5;

  private final TreeMap<Instant, long[]> hours = new TreeMap<>();
  private final Map<String, long[]> domains = new HashMap<>();
  private final Map<String, long[]> lists = new HashMap<>();
  private final Map<String, long[]> reasons = new HashMap<>();
  private final Map<String, long[]> senders = new HashMap<>();
  private final Map<String, Long> addresses = new HashMap<>();
  private final Map<String, TreeSet<String>> listsOf = new HashMap<>();
  private final Map<String, Sample> latest = new HashMap<>();
  private @Nullable Instant first;
  private @Nullable Instant last;
  private long recipients;
  private long failed;
  private long blocked;
  private long unaddressed;
  private boolean cut;

  /** Takes a recipient of a report in. */
  void add(Sample report) {
    recipients++;
    if (report.reached()) {
      return;
    }
    boolean bad = report.reason().equals("blocked");
    failed++;
    blocked += bad ? 1 : 0;
    Instant time = report.time();
    if (time != null) {
      first = first == null || time.isBefore(first) ? time : first;
      last = last == null || time.isAfter(last) ? time : last;
      count(hours, time.truncatedTo(ChronoUnit.HOURS), bad);
    }
    String domain = report.domain();
    count(domains, domain, bad);
    count(reasons, report.reason(), bad);
    count(senders, report.sender().toLowerCase(Locale.ROOT), bad);
    if (bad) {
      blocked(report, domain, time);
    }
  }

  private void blocked(Sample report, String domain, @Nullable Instant time) {
    String list = report.list();
    if (!list.isEmpty()) {
      count(lists, list, true);
    }
    String ip = report.address();
    if (ip.isEmpty()) {
      unaddressed++;
    } else if (addresses.containsKey(ip) || addresses.size() < MOST) {
      addresses.merge(ip, 1L, Long::sum);
      TreeSet<String> named = listsOf.computeIfAbsent(ip, i -> new TreeSet<>());
      if (!list.isEmpty()) {
        named.add(list);
      }
    } else {
      cut = true;
    }
    Sample known = latest.get(domain);
    if (known == null ? latest.size() < MOST : later(time, known.time())) {
      latest.put(domain, report);
    }
  }

  private static boolean later(@Nullable Instant time, @Nullable Instant known) {
    return time != null && (known == null || time.isAfter(known));
  }

  private <K> void count(Map<K, long[]> counts, K name, boolean bad) {
    if (name.equals("")) {
      return;
    }
    long[] count = counts.get(name);
    if (count == null) {
      if (counts.size() >= MOST) {
        cut = true;
        return;
      }
      count = new long[2];
      counts.put(name, count);
    }
    count[0]++;
    count[1] += bad ? 1 : 0;
  }

  /**
   * @param traced whether a message trace told it
   */
  Failures end(boolean traced) {
    List<Hour> all = new ArrayList<>();
    hours.forEach((hour, n) -> all.add(new Hour(hour, n[0], n[1])));
    return new Failures(
        recipients,
        failed,
        blocked,
        first,
        last,
        all,
        ranked(domains),
        refused(),
        ranked(lists),
        ranked(reasons),
        ranked(senders),
        unaddressed,
        latest.values().stream()
            .sorted(
                Comparator.comparing(
                        (Sample r) -> r.time() == null ? Instant.EPOCH : r.time(),
                        Comparator.reverseOrder())
                    .thenComparing(Sample::recipient))
            .limit(SAMPLES)
            .toList(),
        cut,
        traced);
  }

  private List<Refused> refused() {
    return addresses.entrySet().stream()
        .map(
            e ->
                new Refused(
                    e.getKey(),
                    Networks.of(e.getKey()),
                    SharedPool.holds(e.getKey()),
                    e.getValue(),
                    List.copyOf(listsOf.getOrDefault(e.getKey(), new TreeSet<>()))))
        .sorted(Comparator.comparing(Refused::reports).reversed().thenComparing(Refused::address))
        .toList();
  }

  private static List<Counted> ranked(Map<String, long[]> counts) {
    return counts.entrySet().stream()
        .map(e -> new Counted(e.getKey(), e.getValue()[0], e.getValue()[1]))
        .sorted(Comparator.comparing(Counted::failed).reversed().thenComparing(Counted::name))
        .toList();
  }
}
