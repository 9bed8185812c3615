package dev.sigillo.incident.dossier;

import dev.sigillo.incident.dossier.MailReports.TlsSessions;
import dev.sigillo.snapshot.TlsFailure;
import dev.sigillo.snapshot.TlsReport;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts sessions of TLS reports by domain and kind of policy, in bounded memory. */
final class TlsCount {
  private static final int MOST = 10_000;
  private static final int KINDS = 50;

  private record Key(String domain, String policy) {}

  private static final class Sum {
    private final TreeMap<String, Long> failures = new TreeMap<>();
    private long good;
    private long failed;
  }

  private final Map<Key, Sum> sums =
      new TreeMap<>(Comparator.comparing(Key::domain).thenComparing(Key::policy));
  private boolean incomplete;

  void add(TlsReport report) {
    Key key =
        new Key(
            report.policyDomain().orElse("").strip().toLowerCase(Locale.ROOT),
            report.policyType().orElse("").strip().toLowerCase(Locale.ROOT));
    if (sums.size() >= MOST && !sums.containsKey(key)) {
      incomplete = true;
      return;
    }
    Sum sum = sums.computeIfAbsent(key, k -> new Sum());
    sum.good = plus(sum.good, report.successCount().orElse(0L));
    sum.failed = plus(sum.failed, report.failureCount().orElse(0L));
    for (TlsFailure failure : report.failureDetails().orElse(List.of())) {
      String kind = failure.resultType().orElse("").strip();
      if (!kind.isEmpty() && (sum.failures.size() < KINDS || sum.failures.containsKey(kind))) {
        long count = failure.failedSessionCount().orElse(0L);
        sum.failures.merge(kind, plus(0, count), TlsCount::plus);
      }
    }
  }

  /** No report makes a sum overflow, whatever it claims. */
  private static long plus(long sum, long more) {
    return Math.min(sum + Math.min(Math.max(more, 0), 1L << 50), 1L << 50);
  }

  /** Domains with the most failures first. */
  List<TlsSessions> sessions() {
    return sums.entrySet().stream()
        .map(
            e ->
                new TlsSessions(
                    e.getKey().domain(),
                    e.getKey().policy(),
                    e.getValue().good,
                    e.getValue().failed,
                    e.getValue().failures.entrySet().stream()
                        .sorted(
                            Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(Map.Entry.comparingByKey()))
                        .map(Map.Entry::getKey)
                        .toList()))
        .sorted(
            Comparator.comparing(TlsSessions::failed)
                .thenComparing(TlsSessions::good)
                .reversed()
                .thenComparing(TlsSessions::domain)
                .thenComparing(TlsSessions::policy))
        .toList();
  }

  boolean incomplete() {
    return incomplete;
  }
}
