package dev.sigillo.kpi;

import dev.sigillo.snapshot.DmarcAggregate;
import dev.sigillo.snapshot.RowRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts DMARC aggregate records by domain and source network. */
public final class DmarcCount {
  private static final int MOST = 200_000;

  private final Predicate<String> declared;
  private final TreeMap<String, TreeMap<String, Source>> domains = new TreeMap<>();
  private @Nullable Instant last;
  private long records;
  private int sources;
  private boolean incomplete;

  private static final class Source {
    private RowRef row;
    private boolean declared;
    private long messages;
    private long aligned;
    private long spf;
    private long dkim;

    Source(RowRef row) {
      this.row = row;
    }
  }

  /**
   * @param declared whether the organisation declares an address as one it sends from
   */
  public DmarcCount(Predicate<String> declared) {
    this.declared = declared;
  }

  /** Takes a record in. */
  public void add(DmarcAggregate record) {
    records++;
    Instant end = record.end().orNull();
    last = end != null && (last == null || end.isAfter(last)) ? end : last;
    String address = record.sourceIp().orElse("").strip();
    String name = record.headerFrom().orElse(record.domain().orElse(""));
    String domain = name.strip().toLowerCase(Locale.ROOT);
    long count = Math.max(0, record.count().orElse(0L));
    if (address.isEmpty() || domain.isEmpty() || count == 0) {
      return;
    }
    Map<String, Source> networks = domains.computeIfAbsent(domain, d -> new TreeMap<>());
    String network = Networks.of(address);
    Source source = networks.get(network);
    if (source == null) {
      if (sources >= MOST) {
        incomplete = true;
        return;
      }
      sources++;
      source = new Source(record.row());
      networks.put(network, source);
    }
    boolean spf = record.spf().is("pass");
    boolean dkim = record.dkim().is("pass");
    if (!spf && !dkim && source.messages == source.aligned) {
      source.row = record.row();
    }
    source.declared |= declared.test(address);
    source.messages = plus(source.messages, count);
    source.aligned = plus(source.aligned, spf || dkim ? count : 0);
    source.spf = plus(source.spf, spf ? count : 0);
    source.dkim = plus(source.dkim, dkim ? count : 0);
  }

  /** No report makes a sum overflow, whatever it claims. */
  private static long plus(long sum, long more) {
    return Math.min(sum + more, 1L << 50);
  }

  /** Domains, by name. */
  public List<ReportedDomain> domains() {
    List<ReportedDomain> all = new ArrayList<>();
    domains.forEach(
        (domain, networks) -> {
          List<MailSource> own = new ArrayList<>();
          networks.forEach(
              (network, s) ->
                  own.add(
                      new MailSource(
                          s.row,
                          domain,
                          network,
                          s.messages,
                          s.aligned,
                          s.spf,
                          s.dkim,
                          s.declared)));
          if (!own.isEmpty()) {
            all.add(new ReportedDomain(own.get(0).row(), domain, own));
          }
        });
    return all;
  }

  /** End of the last report's time; null without any. */
  public @Nullable Instant last() {
    return last;
  }

  /** Records. */
  public long records() {
    return records;
  }

  /** Whether there were more sources than are counted. */
  public boolean incomplete() {
    return incomplete;
  }
}
