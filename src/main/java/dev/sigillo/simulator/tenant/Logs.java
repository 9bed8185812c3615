package dev.sigillo.simulator.tenant;

import java.time.Duration;
import java.util.List;

/** Who administers, who is at risk, who signed in and what was changed. */
final class Logs {
  static final String EXCHANGE_ADMINISTRATOR = "29232cdf-9323-42fd-ade2-1d097af3e4de";
  static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  static final String ROLES = "roleManagement/directory/roleAssignments";
  static final String RISKY = "identityProtection/riskyUsers";
  static final String SIGN_INS = "auditLogs/signIns";
  static final String AUDITS = "auditLogs/directoryAudits";
  static final String UNIFIED = "Search-UnifiedAuditLog";

  private Logs() {}

  /** Two administrators, an old risk that is settled, strangers who tried to sign in. */
  static void clean(Content content) {
    Org org = content.org;
    accounts(content);
    content
        .list(
            ROLES,
            role(
                org,
                EXCHANGE_ADMINISTRATOR,
                org.guid("user/elena.fontana"),
                "Elena Fontana",
                "user"),
            role(org, GLOBAL_ADMINISTRATOR, org.guid("user/emergenza.1"), "Emergenza 1", "user"))
        .list("roleManagement/directory/roleDefinitions")
        .list("roleManagement/directory/roleEligibilityScheduleInstances")
        .list(RISKY, risky(org, "paolo.greco", "remediated", 110))
        .list(SIGN_INS, signIn(org, "info", 1, 50126), signIn(org, "admin", 2, 50126))
        .list(AUDITS)
        .list(UNIFIED)
        .list(Traces.CALL)
        .list(Traces.EXCHANGE)
        .list("groups");
  }

  /** Accounts without a mailbox: two for emergencies, and a guest. */
  static void accounts(Content content) {
    Org org = content.org;
    for (int i = 1; i <= 2; i++) {
      String id = AccessPolicies.emergency(org).get(i - 1);
      String name = "emergenza." + i + "@" + org.initial();
      content
          .list(
              "users",
              Row.graph("user", id)
                  .set("displayName", "Emergenza " + i)
                  .set("userPrincipalName", name))
          .list(
              "reports/authenticationMethods/userRegistrationDetails",
              Row.graph("userRegistrationDetails", id)
                  .set("userPrincipalName", name)
                  .set("isAdmin", true)
                  .set("methodsRegistered", List.of("fido2SecurityKey")));
    }
    content.list(
        "users",
        Row.graph("user", org.guid("user/guest"))
            .set("displayName", "Revisore esterno")
            .set("mail", "revisore@revisione.example")
            .set("userPrincipalName", "revisore_revisione.example#EXT#@" + org.initial())
            .set("userType", "Guest")
            .set("externalUserState", "Accepted"));
  }

  static Row role(Org org, String role, String principal, String name, String kind) {
    return Row.graph("roleAssignment", org.guid("role/" + role + "/" + principal))
        .set("roleDefinitionId", role)
        .set("principalId", principal)
        .set("principalOrganizationId", org.tenantId())
        .set("principal", principal(org, principal, name, kind))
        .set("roleDefinition", Roles.definition(role));
  }

  /** Only groups that may have roles can have one. */
  private static Row principal(Org org, String id, String name, String kind) {
    Row row =
        Row.empty()
            .set("@odata.type", "#microsoft.graph." + kind)
            .addAll(Row.graph(kind, id))
            .set("displayName", name);
    return switch (kind) {
      case "user" -> row.set("userPrincipalName", Names.alias(name) + "@" + org.domain());
      case "group" -> row.set("isAssignableToRole", true);
      default -> row;
    };
  }

  static Row risky(Org org, String alias, String state, int days) {
    return Row.graph("riskyUser", org.guid("user/" + alias))
        .set("userPrincipalName", alias + "@" + org.domain())
        .set("userDisplayName", alias)
        .set("riskState", state)
        .set(
            "riskLastUpdatedDateTime", org.before(Duration.ofDays(days)).replace("Z", ".4471925Z"));
  }

  static Row signIn(Org org, String alias, int days, int error) {
    String time = org.before(Duration.ofDays(days));
    return Row.graph("signIn", org.guid("sign-in/" + alias + "/" + time))
        .set("createdDateTime", time)
        .set("userPrincipalName", alias + "@" + org.domain())
        .set("userDisplayName", alias)
        .set("userId", org.guid("user/" + alias))
        .set("correlationId", org.guid("correlation/" + alias + "/" + time))
        .within("status", "errorCode", error)
        .within(
            "status",
            "failureReason",
            error == 0
                ? "Other."
                : "Error validating credentials due to invalid username or password.");
  }

  /** A row of the unified audit log: what happened stands in JSON inside the row. */
  static Row event(
      Org org, String time, String operation, String user, String object, List<Row> parameters) {
    Row data =
        Row.empty()
            .set("AppId", "")
            .set("ClientAppId", "")
            .set("CreationTime", time.replace("Z", ""))
            .set("ExternalAccess", false)
            .set("Id", org.guid("event/" + time))
            .set("ObjectId", object)
            .set("Operation", operation)
            .set("OrganizationId", org.tenantId())
            .set("OrganizationName", org.initial())
            .set("OriginatingServer", "AM9P250MB0001 (15.20.0000.000)\r\n")
            .set("Parameters", parameters.stream().map(Row::json).toList())
            .set("RecordType", 1)
            .set("ResultStatus", "True")
            .set("UserId", user)
            .set("UserKey", user)
            .set("UserType", 2)
            .set("Version", 1)
            .set("Workload", "Exchange");
    return Row.of("Search-UnifiedAuditLog")
        .set("Identity", org.guid("event/" + time))
        .set("CreationDate", time.replace("Z", ".0000000Z"))
        .set("UserIds", user)
        .set("Operations", operation)
        .set("AuditData", data.json().toString())
        .set("IsValid", true)
        .set("ObjectState", "Unchanged");
  }

  static Row parameter(String name, String value) {
    return Row.empty().set("Name", name).set("Value", value);
  }
}
