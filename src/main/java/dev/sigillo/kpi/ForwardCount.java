package dev.sigillo.kpi;

import dev.sigillo.snapshot.RowRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Forwarded messages, and the own mailboxes that they went through: of a message with the same
 * Message-ID to exactly one own recipient.
 */
final class ForwardCount {
  private static final int MOST = 500_000;
  private static final int TARGETS = 5;
  private static final String SEVERAL = "";

  private final List<Forward> forwards = new ArrayList<>();
  private final Map<String, @Nullable String> mailboxes = new HashMap<>();
  private boolean incomplete;

  private record Forward(RowRef row, @Nullable String messageId, String target, Instant time) {}

  private static final class Group {
    private final TreeSet<String> targets = new TreeSet<>();
    private final TreeMap<LocalDate, Long> days = new TreeMap<>();
    private final RowRef row;
    private final boolean known;
    private long messages;
    private long earlier;

    Group(RowRef row, boolean known) {
      this.row = row;
      this.known = known;
    }
  }

  void add(RowRef row, @Nullable String messageId, String target, Instant time) {
    if (forwards.size() >= MOST) {
      incomplete = true;
      return;
    }
    forwards.add(new Forward(row, messageId, target, time));
    if (messageId != null && !messageId.isBlank()) {
      mailboxes.put(messageId, null);
    }
  }

  boolean any() {
    return !forwards.isEmpty();
  }

  boolean incomplete() {
    return incomplete;
  }

  void wentThrough(@Nullable String messageId, String mailbox) {
    if (messageId != null && mailboxes.containsKey(messageId)) {
      String other = mailboxes.get(messageId);
      mailboxes.put(messageId, other == null || other.equals(mailbox) ? mailbox : SEVERAL);
    }
  }

  List<ForwardedMail> of(Instant first, Instant last) {
    Instant middle = first.plus(java.time.Duration.between(first, last).dividedBy(2));
    TreeMap<String, Group> groups = new TreeMap<>();
    for (Forward forward : forwards) {
      String through = forward.messageId() == null ? null : mailboxes.get(forward.messageId());
      boolean known = through != null && !through.equals(SEVERAL);
      Group group =
          groups.computeIfAbsent(
              known && through != null ? through : forward.target(),
              address -> new Group(forward.row(), known));
      group.messages++;
      group.earlier += forward.time().isBefore(middle) ? 1 : 0;
      group.days.merge(LocalDate.ofInstant(forward.time(), ZoneOffset.UTC), 1L, Long::sum);
      if (group.targets.size() < TARGETS) {
        group.targets.add(forward.target());
      }
    }
    List<ForwardedMail> all = new ArrayList<>();
    groups.forEach(
        (address, group) -> {
          List<DayCount> days = new ArrayList<>();
          group.days.forEach((day, count) -> days.add(new DayCount(day, count)));
          all.add(
              new ForwardedMail(
                  group.row,
                  address,
                  group.known,
                  List.copyOf(group.targets),
                  group.messages,
                  days,
                  group.earlier,
                  group.messages - group.earlier));
        });
    return all;
  }
}
