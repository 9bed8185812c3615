package dev.sigillo.effective;

import dev.sigillo.snapshot.AppRoleIds;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Microsoft's permissions that have to do with sending mail. */
final class Permissions {
  /** Exchange roles for applications that include sending. */
  private static final Set<String> ROLES =
      lower(
          "Application Mail.Send",
          "Application Mail Full Access",
          "Application Exchange Full Access",
          "Application EWS.AccessAsApp",
          "Application SMTP.SendAsApp");

  /** Delegated scopes with which a client sends as its user. */
  private static final Set<String> SCOPES = lower("Mail.Send", "Mail.Send.Shared", "SMTP.Send");

  /** Application permissions, whatever their ids: other clouds have others. */
  private static final List<AppRole> APP_ROLES =
      List.of(
          new AppRole("Mail.Send", true, true),
          new AppRole("full_access_as_app", true, true),
          // These three open only mailboxes on which the application was given rights.
          new AppRole("SMTP.SendAsApp", true, false),
          new AppRole("IMAP.AccessAsApp", false, false),
          new AppRole("POP.AccessAsApp", false, false));

  /** Permissions that by their name send mail, and that Microsoft made after this list. */
  private static final Pattern NEWER = Pattern.compile("(mail|smtp)\\b.*send(?!.*selected).*");

  private static final AppRole OTHER = new AppRole("", false, false);

  private Permissions() {}

  /**
   * An application permission.
   *
   * @param name as Microsoft names it; empty for one that does not concern mail
   * @param sends whether mail can be sent with it
   * @param everyMailbox whether it opens every mailbox unless a policy limits it
   */
  record AppRole(String name, boolean sends, boolean everyMailbox) {
    boolean concernsMail() {
      return !name.isEmpty();
    }
  }

  /**
   * What a permission allows.
   *
   * @param name as the tenant gives it; empty when it does not
   */
  static AppRole appRole(String id, String name) {
    String known = AppRoleIds.mail(id);
    String lower = (known == null ? name : known).toLowerCase(Locale.ROOT);
    return APP_ROLES.stream()
        .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(lower))
        .findFirst()
        .orElse(NEWER.matcher(lower).matches() ? new AppRole(name, true, true) : OTHER);
  }

  static boolean sendingRole(String role) {
    return ROLES.contains(role.toLowerCase(Locale.ROOT));
  }

  /** Those of a consent's scopes, separated by blanks, with which mail can be sent. */
  static List<String> sendingScopes(String scopes) {
    return Stream.of(scopes.strip().split("\\s+", -1))
        .filter(scope -> SCOPES.contains(scope.toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static Set<String> lower(String... names) {
    Set<String> set = new TreeSet<>();
    for (String name : names) {
      set.add(name.toLowerCase(Locale.ROOT));
    }
    return set;
  }
}
