package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A domain of which receivers report mail, with the networks that sent it.
 *
 * @param row the first record
 * @param domain of the From field, in lower case
 * @param sources in order of network
 */
public record ReportedDomain(RowRef row, String domain, List<MailSource> sources)
    implements Fact, Subject {
  public ReportedDomain {
    sources = List.copyOf(sources);
  }

  /** Messages reported. */
  public long messages() {
    return sources.stream().mapToLong(MailSource::messages).sum();
  }

  /** Share of its mail that passes DMARC, forged mail counted in: {@code 43.5 % (87/200)}. */
  public String passRate() {
    return Percent.of(authenticated(sources), messages());
  }

  /**
   * Networks that neither a declaration nor SPF nor a signature speaks for, most mail first:
   * senders that nobody thought of, or forgers.
   */
  public List<MailSource> unknown() {
    return sources.stream()
        .filter(source -> source.aligned() == 0 && !source.declared())
        .sorted(
            Comparator.comparing(MailSource::messages)
                .reversed()
                .thenComparing(MailSource::network))
        .toList();
  }

  /** Whether more than so many per mille of its authenticated mail came from these ranges. */
  public boolean shareAbove(Collection<String> ranges, long perMille, long atLeast) {
    long all = authenticated(sources);
    return all >= atLeast && authenticated(within(ranges)) * 1_000 > all * perMille;
  }

  /** The share, and from where: {@code 2 % (20/1000) 40.95.17.0/24}. */
  public String share(Collection<String> ranges) {
    List<MailSource> in = within(ranges);
    return Percent.of(authenticated(in), authenticated(sources))
        + " "
        + in.stream().map(MailSource::network).limit(5).collect(Collectors.joining(", "));
  }

  /** Mail that passes DMARC is the organisation's; of the rest nobody knows. */
  private static long authenticated(List<MailSource> sources) {
    return sources.stream().mapToLong(MailSource::aligned).sum();
  }

  private List<MailSource> within(Collection<String> ranges) {
    return sources.stream().filter(s -> Networks.within(s.network(), ranges)).toList();
  }

  @Override
  public String subjectKey() {
    return domain;
  }

  @Override
  public String subjectName() {
    return domain;
  }
}
