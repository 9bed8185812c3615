package dev.sigillo.incident.dossier;

import dev.sigillo.kpi.ForwardedMail;
import dev.sigillo.kpi.RecipientDomain;
import dev.sigillo.kpi.TraceCount;
import dev.sigillo.kpi.TracedSender;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What the message trace says.
 *
 * @param rows recipients traced
 * @param answered recipients outside with a final answer
 * @param failed of them, not delivered
 * @param onlyFailures whether it was asked for failures alone, so that no share can be told
 * @param domains outside domains with failures, most failures first
 * @param spikes senders whose fullest day lies far above their other days
 * @param forwarded mail that was sent on to the outside, most first
 * @param departments the same by department
 * @param days days it tells of
 * @param own whether the organisation's domains are known; if not, every recipient counts as
 *     outside, and nothing is told of senders and forwards
 * @param thresholds what counts as usual
 * @param incomplete whether there were more names than are counted
 */
public record Trace(
    long rows,
    long answered,
    long failed,
    boolean onlyFailures,
    List<Domain> domains,
    List<Spike> spikes,
    List<Forwarded> forwarded,
    List<DepartmentMail> departments,
    long days,
    boolean own,
    Thresholds thresholds,
    boolean incomplete) {
  /** An outside domain; its worst hour is empty when no hour has mail enough. */
  public record Domain(
      String name, long failed, long messages, String worstHour, List<HourOf> hours) {
    public Domain {
      hours = List.copyOf(hours);
    }
  }

  /** An hour of a domain with failures. */
  public record HourOf(Instant start, long failed, long messages) {}

  /** A sender's unusual day, and the most that would be usual. */
  public record Spike(String address, LocalDate day, long messages, long usual) {}

  /** Mail that left through a mailbox, or to a target where the mailbox is not known. */
  public record Forwarded(String address, List<String> targets, long messages, long peak) {
    public Forwarded {
      targets = List.copyOf(targets);
    }
  }

  public Trace {
    domains = List.copyOf(domains);
    spikes = List.copyOf(spikes);
    forwarded = List.copyOf(forwarded);
    departments = List.copyOf(departments);
  }

  static Trace of(
      TraceCount count,
      List<ForwardedMail> forwards,
      List<DepartmentMail> departments,
      boolean own,
      Thresholds limits) {
    List<RecipientDomain> domains = count.domains();
    return new Trace(
        count.rows(),
        domains.stream().mapToLong(RecipientDomain::messages).sum(),
        domains.stream().mapToLong(RecipientDomain::failed).sum(),
        count.onlyFailures(),
        domains.stream()
            .filter(domain -> domain.failed() > 0)
            .sorted(
                Comparator.comparing(RecipientDomain::failed)
                    .reversed()
                    .thenComparing(RecipientDomain::domain))
            .map(domain -> domain(domain, limits.hourAtLeast()))
            .toList(),
        count.senders().stream()
            .filter(sender -> own && sender.spikes(limits.deviations(), limits.spikeAtLeast()))
            .map(sender -> spike(sender, limits.deviations()))
            .toList(),
        forwards.stream()
            .sorted(
                Comparator.comparing(ForwardedMail::messages)
                    .reversed()
                    .thenComparing(ForwardedMail::address))
            .map(Trace::forwarded)
            .toList(),
        departments,
        count.spanDays(),
        own,
        limits,
        count.incomplete());
  }

  private static Domain domain(RecipientDomain d, long hourAtLeast) {
    return new Domain(
        d.domain(),
        d.failed(),
        d.messages(),
        d.worstHour(hourAtLeast),
        d.hours().stream()
            .filter(hour -> hour.failed() > 0)
            .map(hour -> new HourOf(hour.hour(), hour.failed(), hour.messages()))
            .toList());
  }

  private static Spike spike(TracedSender sender, long deviations) {
    return new Spike(sender.address(), sender.peakDay(), sender.peak(), sender.usual(deviations));
  }

  private static Forwarded forwarded(ForwardedMail mail) {
    return new Forwarded(mail.address(), mail.targets(), mail.messages(), mail.peak());
  }

  /** Whether it tells of enough days, and of whose mail, to know what is usual. */
  public boolean hasBaseline() {
    return own && days >= thresholds.baselineDays() && !onlyFailures;
  }
}
