package dev.sigillo.kpi;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.util.List;

/**
 * Mail that came from outside and left to the outside again: forwarded.
 *
 * @param row the first such message
 * @param address the own mailbox that it went through, where the trace shows one; otherwise whom it
 *     was sent to. In lower case.
 * @param known whether it is the mailbox
 * @param targets outside addresses it was sent to, the first ones by name
 * @param messages how many
 * @param days days with such mail, in order
 * @param earlier messages in the first half of the trace's days
 * @param later messages in the second half
 */
public record ForwardedMail(
    RowRef row,
    String address,
    boolean known,
    List<String> targets,
    long messages,
    List<DayCount> days,
    long earlier,
    long later)
    implements Fact, Subject {
  public ForwardedMail {
    targets = List.copyOf(targets);
    days = List.copyOf(days);
  }

  /** Messages of the fullest day. */
  public long peak() {
    return days.stream().mapToLong(DayCount::messages).max().orElse(0);
  }

  /**
   * Whether the second half of the days has more than so many percent above the first.
   *
   * @param percent the bound
   * @param atLeast messages that the second half must have to say anything
   */
  public boolean risesAbove(long percent, long atLeast) {
    return later >= atLeast && later * 100 > earlier * (100 + percent);
  }

  /** Such as {@code 20 → 90}. */
  public String rise() {
    return earlier + " → " + later;
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
