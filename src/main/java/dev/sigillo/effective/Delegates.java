package dev.sigillo.effective;

import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxPermission;
import dev.sigillo.snapshot.RecipientPermission;
import dev.sigillo.snapshot.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Who holds rights on a mailbox, compared with the register of delegations.
 *
 * <p>An entry of the register is {@code trustee}, for every mailbox, or {@code mailbox > trustee};
 * {@code *} stands for any characters, case does not matter. The mailbox is its primary address;
 * the trustee is whatever Exchange calls it.
 */
public final class Delegates {
  private static final Set<String> SELF = Set.of("nt authority\\self", "s-1-5-10");
  private static final Set<String> EVERYONE =
      Set.of(
          "everyone",
          "default",
          "anonymous",
          "nt authority\\anonymous logon",
          "nt authority\\authenticated users",
          "s-1-1-0",
          "s-1-5-7",
          "s-1-5-11");

  private Delegates() {}

  /** What a trustee is to a mailbox and its register. */
  public enum Standing {
    /** The mailbox itself. */
    OWN,
    /** Nobody in particular: whoever signs in, or not even that. */
    EVERYONE,
    /** In the register. */
    REGISTERED,
    /** A bare security identifier, not in the register: deleted, or of another directory. */
    ORPHAN,
    /** A named account or group that is not in the register. */
    OUTSIDE
  }

  /** Whether a row really allows to send as the mailbox: its own, not inherited, not a denial. */
  public static boolean sendsAs(RecipientPermission row) {
    return holds(row.accessRights(), "SendAs")
        && row.isInherited().isNot(true)
        && row.accessControlType().isNot("Deny")
        && row.trustee().notEmpty();
  }

  /** Whether a row really opens the whole mailbox: its own, not inherited, not a denial. */
  public static boolean opens(MailboxPermission row) {
    return holds(row.accessRights(), "FullAccess")
        && row.isInherited().isNot(true)
        && row.deny().isNot(true)
        && row.user().notEmpty();
  }

  /** Whether anyone but the mailbox itself may send as it. */
  public static boolean othersSendAs(Mailbox mailbox) {
    for (RecipientPermission row : mailbox.recipientPermissions()) {
      if (sendsAs(row) && standing(List.of(), mailbox, row.trustee()) != Standing.OWN) {
        return true;
      }
    }
    return false;
  }

  /** Whether anyone but the mailbox itself may open it. */
  public static boolean othersOpen(Mailbox mailbox) {
    for (MailboxPermission row : mailbox.mailboxPermissions()) {
      if (opens(row) && standing(List.of(), mailbox, row.user()) != Standing.OWN) {
        return true;
      }
    }
    return false;
  }

  /** What a trustee is to a mailbox, given a register. */
  public static Standing standing(
      Collection<String> register, Mailbox mailbox, Setting<String> trustee) {
    String name = trustee.orElse("").strip();
    if (everyone(trustee)) {
      return Standing.EVERYONE;
    }
    if (own(mailbox, name)) {
      return Standing.OWN;
    }
    if (registered(register, mailbox, name)) {
      return Standing.REGISTERED;
    }
    return name.toUpperCase(Locale.ROOT).startsWith("S-1-") ? Standing.ORPHAN : Standing.OUTSIDE;
  }

  /** Whether a trustee is nobody in particular. */
  public static boolean everyone(Setting<String> trustee) {
    return EVERYONE.contains(trustee.orElse("").strip().toLowerCase(Locale.ROOT));
  }

  /** Those who may send on behalf of a mailbox and are not in the register, sorted. */
  public static List<String> onBehalfOutside(Collection<String> register, Mailbox mailbox) {
    return mailbox.settings().grantSendOnBehalfTo().list().stream()
        .filter(
            name ->
                switch (standing(register, mailbox, Setting.of(name))) {
                  case OWN, REGISTERED -> false;
                  case EVERYONE, ORPHAN, OUTSIDE -> true;
                })
        .sorted()
        .toList();
  }

  /** Exchange joins several rights of one row with commas. */
  private static boolean holds(Setting<List<String>> rights, String right) {
    for (String joined : rights.list()) {
      for (String one : joined.split(",", -1)) {
        if (one.strip().equalsIgnoreCase(right)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean own(Mailbox mailbox, String name) {
    return SELF.contains(name.toLowerCase(Locale.ROOT))
        || name.equalsIgnoreCase(mailbox.settings().primarySmtpAddress().orNull())
        || name.equalsIgnoreCase(mailbox.settings().userPrincipalName().orNull());
  }

  private static boolean registered(Collection<String> register, Mailbox mailbox, String name) {
    String address = mailbox.settings().primarySmtpAddress().orElse("");
    for (String entry : register) {
      int arrow = entry.indexOf('>');
      String who = arrow < 0 ? entry : entry.substring(arrow + 1);
      if (Wildcard.matches(who.strip(), name)
          && (arrow < 0 || Wildcard.matches(entry.substring(0, arrow).strip(), address))) {
        return true;
      }
    }
    return false;
  }
}
