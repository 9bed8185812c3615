package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An own address that sent mail to the outside.
 *
 * @param row its first message in the trace
 * @param address in lower case
 * @param messages recipients outside
 * @param days days with mail, in order
 * @param span days that the trace tells of, those without mail among them
 */
public record TracedSender(
    RowRef row, String address, long messages, List<DayCount> days, long span)
    implements Fact, Subject {
  public TracedSender {
    days = List.copyOf(days);
  }

  /** Recipients of the fullest day. */
  public long peak() {
    return days.stream().mapToLong(DayCount::messages).max().orElse(0);
  }

  /** The fullest day; the first of several. */
  public LocalDate peakDay() {
    return fullest().map(DayCount::day).orElse(LocalDate.EPOCH);
  }

  /**
   * Whether the fullest day lies more than so many standard deviations above the sender's other
   * days. The deviation is never taken for less than that of a Poisson process with the same mean:
   * else a sender of one message a day would spike with two.
   *
   * @param deviations the bound
   * @param atLeast messages that a day must have to be a spike
   */
  public boolean spikes(long deviations, long atLeast) {
    return peak() >= atLeast && peak() > usual(deviations);
  }

  /**
   * The most that a day may have and be usual: mean and so many standard deviations, rounded up.
   */
  public long usual(long deviations) {
    long others = span - 1;
    if (others < 1) {
      return Long.MAX_VALUE;
    }
    long peak = peak();
    double mean = (double) (messages - peak) / others;
    double squares = 0;
    long counted = 0;
    boolean skipped = false;
    for (DayCount day : days) {
      if (!skipped && day.messages() == peak) {
        skipped = true;
        continue;
      }
      counted++;
      squares += (day.messages() - mean) * (day.messages() - mean);
    }
    squares += (others - counted) * mean * mean;
    double deviation = Math.max(Math.sqrt(squares / others), Math.sqrt(Math.max(mean, 1)));
    return (long) Math.ceil(mean + deviations * deviation);
  }

  /** Whether a declared sender is this one, and its declared volume is as much as it sends. */
  public boolean isWithin(@Nullable String mailbox, @Nullable Long volumePerDay) {
    return mailbox != null
        && volumePerDay != null
        && mailbox.strip().equalsIgnoreCase(address)
        && peak() <= volumePerDay;
  }

  private Optional<DayCount> fullest() {
    return days.stream()
        .max(
            Comparator.comparing(DayCount::messages)
                .thenComparing(DayCount::day, Comparator.reverseOrder()));
  }

  @Override
  public String subjectKey() {
    return address;
  }

  @Override
  public String subjectName() {
    return address;
  }
}
