package dev.sigillo.simulator.tenant;

import java.util.List;

/** What an organisation's own records would have to say, when it keeps none. */
final class Undeclared {
  private static final List<String> OF_THE_TENANT =
      List.of(
          "ALERTS-09",
          "ALERTS-10",
          "DELEGATION-05",
          "FORWARDING-13",
          "IDENTITY-08",
          "PROCESS-01",
          "PROCESS-02",
          "PROCESS-03",
          "PROCESS-04",
          "PROCESS-06",
          "PROCESS-07",
          "SENDERS-07",
          "SENDERS-11",
          "SENDERS-12");

  /** Judged entry by entry, and there is no inventory. */
  private static final List<String> OF_ENTRIES =
      List.of("DKIM-05", "SENDERS-08", "SENDERS-09", "SMTPAUTH-06", "SPF-10");

  private Undeclared() {}

  /** Nothing can be said where a declaration is needed; connectors are simply not known. */
  static void expect(Content content) {
    OF_THE_TENANT.forEach(control -> content.truth.cannotTell(control, 1));
    OF_ENTRIES.forEach(control -> content.truth.cannotTell(control, 0));
    content
        .truth
        .cannotTell("SENDERS-02", senders(content))
        .cannotTell("SENDERS-03", clients(content))
        .cannotTell("SPF-09", domains(content))
        .finds("CONNECTORS-03", "Conservazione a norma", "unknown");
  }

  /** Applications that may send, by a permission of Entra or a role of Exchange. */
  private static int senders(Content content) {
    long byPermission =
        content.rows("appRoleAssignedTo").stream()
            .map(r -> r.text("principalId"))
            .distinct()
            .count();
    return (int) byPermission + content.rows("Get-ServicePrincipal").size();
  }

  /** Applications that may send in the name of users. */
  private static int clients(Content content) {
    return (int)
        content.rows("oauth2PermissionGrants").stream()
            .filter(r -> r.text("scope").contains("Mail.Send"))
            .map(r -> r.text("clientId"))
            .distinct()
            .count();
  }

  /** Domains of the organisation's own that send. */
  private static int domains(Content content) {
    return (int)
        content.rows("Get-AcceptedDomain").stream()
            .filter(r -> !r.get("InitialDomain").asBoolean())
            .filter(r -> !r.get("IsCoexistenceDomain").asBoolean())
            .filter(r -> !r.get("SendingFromDomainDisabled").asBoolean())
            .count();
  }
}
