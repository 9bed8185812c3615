package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.MailSource;
import dev.sigillo.kpi.ReportedDomain;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What receivers report of mail in the organisation's name: DMARC aggregate reports and TLS
 * reports.
 *
 * @param records of DMARC reports; 0 when none was read
 * @param from begin of the time that they tell of; null when they tell none
 * @param to its end
 * @param domains of the From field, most mail first
 * @param inventoried whether there is an inventory to hold the networks against
 * @param tls sessions that receivers' reports count; none when none was read
 * @param incomplete whether there were more sources than are counted
 */
public record MailReports(
    long records,
    @Nullable Instant from,
    @Nullable Instant to,
    List<Domain> domains,
    boolean inventoried,
    List<TlsSessions> tls,
    boolean incomplete) {
  private static final Comparator<Source> MOST =
      Comparator.comparing(Source::messages)
          .reversed()
          .thenComparing(Source::domain)
          .thenComparing(Source::network);

  /**
   * A network that sent in a domain's name.
   *
   * @param aligned messages that pass DMARC
   * @param passRate the same as a share
   * @param speaks what speaks for it
   */
  public record Source(
      String domain, String network, long messages, long aligned, String passRate, Voice speaks) {
    static Source of(MailSource source) {
      Voice voice = source.aligned() > 0 ? Voice.SIGNATURE : Voice.NOBODY;
      voice = source.spf() > 0 ? Voice.SPF : voice;
      return new Source(
          source.domain(),
          source.network(),
          source.messages(),
          source.aligned(),
          source.passRate(),
          source.declared() ? Voice.INVENTORY : voice);
    }
  }

  /** What speaks for a network, the strongest first. */
  public enum Voice {
    INVENTORY,
    SPF,
    SIGNATURE,
    NOBODY
  }

  /** A domain of the From field, the share of its mail that passes DMARC, and who sent it. */
  public record Domain(String name, long messages, String passRate, List<Source> sources) {
    public Domain {
      sources = List.copyOf(sources);
    }

    static Domain of(ReportedDomain domain) {
      return new Domain(
          domain.domain(),
          domain.messages(),
          domain.passRate(),
          domain.sources().stream().map(Source::of).toList());
    }

    /** Networks that nobody speaks for. */
    public long unknown() {
      return sources.stream().filter(source -> source.speaks() == Voice.NOBODY).count();
    }
  }

  /** Sessions of a domain under one kind of policy, and the kinds of failure, most first. */
  public record TlsSessions(
      String domain, String policy, long good, long failed, List<String> failures) {
    public TlsSessions {
      failures = List.copyOf(failures);
    }
  }

  public MailReports {
    domains = List.copyOf(domains);
    tls = List.copyOf(tls);
  }

  /** Networks that something speaks for, or that nobody does; most messages first. */
  public List<Source> sources(boolean known) {
    return domains.stream()
        .flatMap(domain -> domain.sources().stream())
        .filter(source -> (source.speaks() != Voice.NOBODY) == known)
        .sorted(MOST)
        .toList();
  }
}
