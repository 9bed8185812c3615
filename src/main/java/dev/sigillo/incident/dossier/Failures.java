package dev.sigillo.incident.dossier;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back and why, counted by recipient; every list most first. Delivery reports say it, or,
 * where none was read, the failures in a message trace.
 *
 * @param recipients recipients reported on
 * @param failed of them, not reached
 * @param blocked of those, refused for the address that sent
 * @param first earliest time; null when none is told
 * @param last latest time
 * @param hours by hour, in order of time; hours without any are left out
 * @param domains by recipient domain
 * @param addresses addresses refused
 * @param lists block lists named
 * @param reasons classes of reasons
 * @param senders by sender
 * @param unaddressed blocked recipients whose report names no address
 * @param samples the latest blocked reports, of different recipient domains, five at most
 * @param cut whether there were more names than are counted
 * @param traced whether a message trace says it, and no delivery report
 */
public record Failures(
    long recipients,
    long failed,
    long blocked,
    @Nullable Instant first,
    @Nullable Instant last,
    List<Hour> hours,
    List<Counted> domains,
    List<Refused> addresses,
    List<Counted> lists,
    List<Counted> reasons,
    List<Counted> senders,
    long unaddressed,
    List<Sample> samples,
    boolean cut,
    boolean traced) {
  public Failures {
    hours = List.copyOf(hours);
    domains = List.copyOf(domains);
    addresses = List.copyOf(addresses);
    lists = List.copyOf(lists);
    reasons = List.copyOf(reasons);
    senders = List.copyOf(senders);
    samples = List.copyOf(samples);
  }

  /** Recipients not reached of whom the trace does not tell the answer. */
  public long untold() {
    return reasons.stream()
        .filter(reason -> reason.name().equals(Sample.UNTOLD))
        .mapToLong(Counted::failed)
        .sum();
  }

  /** Blocked recipients whose report names an address of the shared pool. */
  public long blockedShared() {
    return addresses.stream().filter(Refused::shared).mapToLong(Refused::reports).sum();
  }

  /** Blocked recipients whose report names another address. */
  public long blockedElsewhere() {
    return addresses.stream().filter(a -> !a.shared()).mapToLong(Refused::reports).sum();
  }
}
