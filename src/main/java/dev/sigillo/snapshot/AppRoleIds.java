package dev.sigillo.snapshot;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Ids of application permissions that say what is granted, whether or not the tenant names it. The
 * ids are the same on every resource.
 *
 * @see <a href="https://learn.microsoft.com/graph/permissions-reference">Permissions of Graph</a>;
 *     for Exchange Online, {@code RiskyAppPermissions.json} of ScubaGear (cisagov, CC0)
 */
public final class AppRoleIds {
  /** Assigned where a resource has no permissions of its own: it allows nothing by itself. */
  private static final String NONE = "00000000-0000-0000-0000-000000000000";

  private static final Map<String, String> MAIL =
      Map.of(
          "b633e1c5-b582-4048-a93e-9f11b44c7e96", "Mail.Send",
          "dc890d15-9560-4a4c-9b7f-a736ec74ec40", "full_access_as_app",
          "7146a1f0-8703-45b3-9eae-527a64c00995", "SMTP.SendAsApp",
          "ce81e10f-fda1-4348-8947-f7fdb6c649ad", "SMTP.SendAsApp",
          "5e5addcd-3e8d-4e90-baf5-964efab2b20a", "IMAP.AccessAsApp",
          "cb842b43-da6e-4506-86fe-bb12199c656d", "POP.AccessAsApp");

  private AppRoleIds() {}

  /** The permission's name, where it opens mailboxes in Microsoft's own cloud; else null. */
  public static @Nullable String mail(String id) {
    return MAIL.get(id.strip().toLowerCase(Locale.ROOT));
  }

  /**
   * Whether it is known what an assignment allows.
   *
   * @param id null where the assignment has none
   * @param name as the tenant's own resource gives it; null or empty when it does not
   */
  public static boolean tells(@Nullable String id, @Nullable String name) {
    return (name != null && !name.isBlank())
        || (id != null && (mail(id) != null || id.strip().equals(NONE)));
  }
}
