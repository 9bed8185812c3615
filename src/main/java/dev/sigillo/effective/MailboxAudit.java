package dev.sigillo.effective;

import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.Setting;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;

/** What a mailbox records of the actions in it, and for how long. */
public final class MailboxAudit {
  private static final Set<String> TYPES = Set.of("UserMailbox", "LinkedMailbox", "SharedMailbox");

  private MailboxAudit() {}

  /** Whether auditing by default covers mailboxes of this type: users' and shared ones. */
  public static boolean covers(MailboxSettings mailbox) {
    return mailbox.recipientTypeDetails().in(TYPES);
  }

  /** Whether one of the required actions is not recorded. */
  public static boolean incomplete(Setting<?> recorded, Collection<String> required) {
    for (String action : required) {
      if (recorded.lacks(action)) {
        return true;
      }
    }
    return false;
  }

  /** Whether entries are kept for less than so many days; null is for no time at all. */
  public static boolean shorter(Setting<Duration> limit, long days) {
    return limit.known() && limit.orElse(Duration.ZERO).compareTo(Duration.ofDays(days)) < 0;
  }

  /** Whole days for which entries are kept, or what was said instead, for a finding. */
  public static String days(Setting<Duration> limit) {
    return limit instanceof Setting.Value<Duration> value
        ? String.valueOf(value.value().toDays())
        : limit.toString();
  }
}
