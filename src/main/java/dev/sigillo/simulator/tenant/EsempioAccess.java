package dev.sigillo.simulator.tenant;

import java.util.List;

/** Conditional Access, alerts, administrators, risk, sign-ins and what was changed. */
final class EsempioAccess {
  /** Devices that submitted mail that week; nobody remembered the old scanner in the store. */
  private static final List<String> SUBMITTED =
      List.of(
          "scanner.brescia", "scanner.bari", "scanner.magazzino", "presenze", "videosorveglianza");

  private static final List<String> NONE = List.of();

  private EsempioAccess() {}

  static void into(Content content) {
    policies(content);
    alerts(content);
    people(content);
    Logs.accounts(content);
    signIns(content);
    changes(content);
    traces(content);
  }

  private static void policies(Content content) {
    Org org = content.org;
    List<String> emergency = AccessPolicies.emergency(org);
    List<String> devices = List.of(org.guid("group/sg-dispositivi-smtp"));
    content.list(
        AccessPolicies.CALL,
        policy(org, "CA01 - Blocca autenticazione legacy", emergency, devices, "OR", "block")
            .within("conditions", "clientAppTypes", List.of("exchangeActiveSync", "other")),
        policy(org, "CA02 - MFA per tutti", emergency, devices, "OR", "mfa"),
        AccessPolicies.policy(
                org,
                "CA03 - MFA resistente al phishing per gli amministratori",
                AccessPolicies.administrators(emergency),
                "OR")
            .within("grantControls", "authenticationStrength", AccessPolicies.phishingResistant()),
        // The second account for emergencies was forgotten here.
        policy(
                org,
                "CA04 - Rischio utente alto: cambio password",
                emergency.subList(0, 1),
                NONE,
                "AND",
                "mfa",
                "passwordChange")
            .within("conditions", "userRiskLevels", List.of("high")),
        policy(org, "CA05 - Rischio di accesso alto: MFA (in prova)", emergency, NONE, "OR", "mfa")
            .set("state", "enabledForReportingButNotEnforced")
            .within("conditions", "signInRiskLevels", List.of("high")),
        policy(
                org,
                "CA06 - Blocca il flusso del codice dispositivo",
                emergency,
                NONE,
                "OR",
                "block")
            .within(
                "conditions",
                "authenticationFlows",
                Row.empty().set("transferMethods", "deviceCodeFlow")),
        policy(
                org,
                "CA07 - Solo dispositivi conformi (progetto 2027)",
                emergency,
                NONE,
                "OR",
                "compliantDevice")
            .set("state", "disabled"));
  }

  private static Row policy(
      Org org,
      String name,
      List<String> exceptUsers,
      List<String> exceptGroups,
      String operator,
      String... controls) {
    return AccessPolicies.policy(
        org, name, AccessPolicies.everybody(exceptUsers, exceptGroups), operator, controls);
  }

  /** Most go to the global administrators, whose mail nobody is known to read. */
  private static void alerts(Content content) {
    Org org = content.org;
    String security = EsempioTenant.SECURITY;
    AlertPolicies.watching(org).forEach(row -> content.list(AlertPolicies.CALL, row));
    AlertPolicies.others(org).forEach(row -> content.list(AlertPolicies.CALL, row));
    for (String name : List.of(AlertPolicies.FORWARDING, AlertPolicies.REDIRECT)) {
      content.named(AlertPolicies.CALL, name).set("NotifyUser", List.of(security));
    }
    content
        .named(AlertPolicies.CALL, AlertPolicies.USER_RESTRICTED)
        .set("NotifyUser", List.of(AlertPolicies.ADMINISTRATORS, security));
    // Switched off in August, when a long queue filled the mailbox that receives alerts.
    content.named(AlertPolicies.CALL, AlertPolicies.DELAYED).set("Disabled", true);
    content.list(
        AlertPolicies.CALL,
        AlertPolicies.of(
                org,
                "Regole di trasporto modificate",
                org.guid("alert/transport rules"),
                "Medium",
                "Set-TransportRule")
            .set("NotifyUser", List.of(security))
            .set("IsSystemRule", false));
  }

  private static void people(Content content) {
    Org org = content.org;
    content
        .list(
            Logs.ROLES,
            role(org, Logs.EXCHANGE_ADMINISTRATOR, "elena.fontana", "Elena Fontana"),
            role(org, Logs.EXCHANGE_ADMINISTRATOR, "davide.costa", "Davide Costa"),
            role(org, Logs.GLOBAL_ADMINISTRATOR, "marco.bellini", "Marco Bellini"))
        .list("roleManagement/directory/roleDefinitions")
        .list("roleManagement/directory/roleEligibilityScheduleInstances")
        .list(
            Logs.RISKY,
            Logs.risky(org, "roberta.ferri", "atRisk", 0)
                .set("riskLastUpdatedDateTime", "2026-11-12T21:51:07.4471925Z"),
            Logs.risky(org, "paolo.greco", "remediated", 0)
                .set("riskLastUpdatedDateTime", "2026-08-03T07:12:40Z"));
  }

  private static Row role(Org org, String role, String alias, String name) {
    return Logs.role(org, role, org.guid("user/" + alias), name, "user");
  }

  /** One in the evening of each day of the week, and somebody who tried a password. */
  private static void signIns(Content content) {
    for (int day = 13; day <= 18; day++) {
      for (String alias : SUBMITTED) {
        String time = "2026-11-" + day + "T18:30:00Z";
        content.list(Logs.SIGN_INS, signIn(content.org, alias, time, 0));
      }
    }
    content.list(Logs.SIGN_INS, signIn(content.org, "fatture", "2026-11-17T03:12:55Z", 50126));
  }

  private static Row signIn(Org org, String alias, String time, int error) {
    return Logs.signIn(org, alias, 0, error)
        .set("id", org.guid("sign-in/" + alias + "/" + time))
        .set("createdDateTime", time);
  }

  private static void changes(Content content) {
    Org org = content.org;
    String elena = "elena.fontana@esempio.it";
    content
        .list(
            Logs.UNIFIED,
            Logs.event(
                org,
                "2026-11-05T10:21:44Z",
                "Set-TransportRule",
                elena,
                "Blocco inoltro automatico",
                List.of(Logs.parameter("Mode", "AuditAndNotify"))),
            Logs.event(
                org,
                "2026-11-09T07:58:02Z",
                "Set-Mailbox",
                elena,
                "spedizioni@esempio.it",
                List.of(
                    Logs.parameter(
                        "ForwardingSmtpAddress", "smtp:ordini@" + EsempioTenant.CARRIER))),
            Logs.event(
                org,
                "2026-11-12T21:47:30Z",
                "New-InboxRule",
                "roberta.ferri@esempio.it",
                "roberta.ferri\\AF",
                List.of(
                    Logs.parameter("DeleteMessage", "True"), Logs.parameter("MarkAsRead", "True"))),
            Logs.event(
                org,
                "2026-11-17T14:03:19Z",
                "New-InboxRule",
                "paolo.greco@esempio.it",
                "paolo.greco\\copia",
                List.of(Logs.parameter("ForwardTo", "p.greco@posta.example"))))
        .list(Logs.AUDITS);
  }

  /** Part of what a customer's mail system refused, because of a blocklist; others came through. */
  private static void traces(Content content) {
    content.list(Traces.CALL).list(Traces.EXCHANGE);
    for (int number = 1; number <= 60; number++) {
      String sender = (number % 3 == 0 ? "newsletter@news." : "ordini@") + EsempioTenant.MAIN;
      if (number % 4 == 0) {
        Traces.blocked(content, sender, number);
      } else {
        Traces.delivered(content, sender, number);
      }
    }
  }
}
