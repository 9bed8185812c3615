package dev.sigillo.simulator;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How Graph treats a kind of resource.
 *
 * @param path of the resource, as a pattern
 * @param permissions any one of which is enough
 * @param page rows of a page when not asked for otherwise
 * @param most rows that {@code $top} may ask for
 * @param limit which counts its requests
 * @param plain the properties that come when none is selected; empty when all do
 * @param expandable what {@code $expand} may name
 * @param strict whether a {@code $select} of an unknown property is an error
 */
record GraphResource(
    Pattern path,
    List<String> permissions,
    int page,
    int most,
    Limit limit,
    Set<String> plain,
    Set<String> expandable,
    boolean strict) {

  private static final Set<String> PLAIN_USER =
      Set.of(
          "id",
          "businessPhones",
          "displayName",
          "givenName",
          "jobTitle",
          "mail",
          "mobilePhone",
          "officeLocation",
          "preferredLanguage",
          "surname",
          "userPrincipalName");

  private static final List<GraphResource> ALL =
      List.of(
          of("users/[^/]+/mailFolders/.*", 100, 1000, Limit.OUTLOOK, "MailboxSettings.Read"),
          of("users/[^/]+/mailboxSettings.*", 100, 100, Limit.OUTLOOK, "MailboxSettings.Read"),
          of("users(/[^/]+)?", 100, 999, Limit.DIRECTORY, "User.Read.All", "Directory.Read.All")
              .plain(PLAIN_USER)
              .strictly(),
          of("identity/conditionalAccess/.*", 100, 999, Limit.CONDITIONAL_ACCESS, policies()),
          of("identityProtection/.*", 20, 500, Limit.CONDITIONAL_ACCESS, risk()),
          of("policies/.*", 100, 999, Limit.NONE, "Policy.Read.All"),
          of("domains.*", 999, 999, Limit.DIRECTORY, "Domain.Read.All", "Directory.Read.All"),
          of(
              "(organization|subscribedSkus).*",
              100,
              999,
              Limit.DIRECTORY,
              "Organization.Read.All",
              "Directory.Read.All"),
          of(
                  "(applications|servicePrincipals)([/(].*)?",
                  100,
                  999,
                  Limit.DIRECTORY,
                  "Application.Read.All",
                  "Directory.Read.All")
              .strictly(),
          of("oauth2PermissionGrants", 100, 999, Limit.DIRECTORY, "Directory.Read.All"),
          of("auditLogs/.*", 1000, 1000, Limit.REPORTS, "AuditLog.Read.All"),
          of("reports/authenticationMethods/.*", 1000, 1000, Limit.REPORTS, "AuditLog.Read.All"),
          of("reports/.*", 200, 1000, Limit.USAGE_REPORT, "Reports.Read.All"),
          of("admin/reportSettings", 1, 1, Limit.NONE, "ReportSettings.Read.All"),
          of(
              "admin/exchange/tracing/.*",
              1000,
              5000,
              Limit.MESSAGE_TRACE,
              "ExchangeMessageTrace.Read.All"),
          of("security/secureScore.*", 100, 1000, Limit.NONE, "SecurityEvents.Read.All"),
          of("groups/.*", 100, 999, Limit.DIRECTORY, "GroupMember.Read.All", "Directory.Read.All"),
          of(
                  "groups",
                  100,
                  999,
                  Limit.DIRECTORY,
                  "GroupMember.Read.All",
                  "Group.Read.All",
                  "Directory.Read.All")
              .strictly(),
          of(
                  "(roleManagement/directory|directoryRoles).*",
                  100,
                  999,
                  Limit.DIRECTORY,
                  "RoleManagement.Read.Directory",
                  "Directory.Read.All")
              .expanding("principal", "roleDefinition"));

  private static final GraphResource OTHER = of(".*", 100, 999, Limit.NONE, "Directory.Read.All");

  /** How the resource at a path is treated. */
  static GraphResource at(String path) {
    return ALL.stream().filter(one -> one.path.matcher(path).matches()).findFirst().orElse(OTHER);
  }

  /** Graph's error code when no permission is there; its families disagree. */
  String refusalCode() {
    return switch (limit) {
      case OUTLOOK -> "ErrorAccessDenied";
      case CONDITIONAL_ACCESS -> "AccessDenied";
      case REPORTS -> "Authentication_MSGraphPermissionMissing";
      default -> "Authorization_RequestDenied";
    };
  }

  /** What Graph says when no permission is there. */
  String refusal() {
    return switch (limit) {
      case OUTLOOK -> "Access is denied. Check credentials and try again.";
      case CONDITIONAL_ACCESS ->
          "You cannot perform the requested operation, required scopes are missing in the token.";
      case REPORTS ->
          "The principal does not have required Microsoft Graph permission(s): "
              + String.join(",", permissions)
              + " to call this API.";
      default -> "Insufficient privileges to complete the operation.";
    };
  }

  private static String[] policies() {
    return new String[] {"Policy.Read.All", "Policy.Read.ConditionalAccess"};
  }

  private static String[] risk() {
    return new String[] {"IdentityRiskyUser.Read.All", "IdentityRiskEvent.Read.All"};
  }

  /** A writing permission reads as well. */
  private static GraphResource of(
      String path, int page, int most, Limit limit, String... permissions) {
    List<String> enough = new java.util.ArrayList<>(List.of(permissions));
    for (String read : permissions) {
      enough.add(read.replace(".Read", ".ReadWrite"));
    }
    return new GraphResource(
        Pattern.compile(path), List.copyOf(enough), page, most, limit, Set.of(), Set.of(), false);
  }

  private GraphResource plain(Set<String> properties) {
    return new GraphResource(path, permissions, page, most, limit, properties, expandable, strict);
  }

  private GraphResource expanding(String... names) {
    return new GraphResource(path, permissions, page, most, limit, plain, Set.of(names), strict);
  }

  private GraphResource strictly() {
    return new GraphResource(path, permissions, page, most, limit, plain, expandable, true);
  }

  /** The last segment, by which Graph calls the type in its words. */
  String type(String at) {
    String last = at.substring(at.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return "microsoft.graph." + last.replaceFirst("s$", "");
  }
}
