package dev.sigillo.effective;

import java.util.List;
import java.util.Locale;
import java.util.Map;
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

  /**
   * Application permissions by app role id; the ids are the same on every resource. Where the
   * tenant itself named a permission, as a collection has it do, the name tells as well: other
   * clouds have other ids.
   *
   * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions of
   *     Graph</a>; for Exchange Online, {@code RiskyAppPermissions.json} of ScubaGear (cisagov,
   *     CC0)
   */
  private static final Map<String, AppRole> APP_ROLES =
      Map.of(
          "b633e1c5-b582-4048-a93e-9f11b44c7e96", new AppRole("Mail.Send", true, true),
          "dc890d15-9560-4a4c-9b7f-a736ec74ec40", new AppRole("full_access_as_app", true, true),
          // These three open only mailboxes on which the application was given rights.
          "7146a1f0-8703-45b3-9eae-527a64c00995", new AppRole("SMTP.SendAsApp", true, false),
          "ce81e10f-fda1-4348-8947-f7fdb6c649ad", new AppRole("SMTP.SendAsApp", true, false),
          "5e5addcd-3e8d-4e90-baf5-964efab2b20a", new AppRole("IMAP.AccessAsApp", false, false),
          "cb842b43-da6e-4506-86fe-bb12199c656d", new AppRole("POP.AccessAsApp", false, false));

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
    AppRole known = APP_ROLES.get(id.toLowerCase(Locale.ROOT));
    if (known != null) {
      return known;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return APP_ROLES.values().stream()
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
