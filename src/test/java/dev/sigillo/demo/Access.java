package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who administers, who is at risk, who signed in with SMTP AUTH, and who hears complaints. */
final class Access {
  private static final String EXCHANGE = "29232cdf-9323-42fd-ade2-1d097af3e4de";
  private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
  private static final Instant FROM = Instant.parse("2026-11-12T19:00:00Z");

  /** Devices that submitted mail that week; nobody remembered the old scanner in the store. */
  private static final List<String> SUBMITTED =
      List.of(
          "scanner.brescia", "scanner.bari", "scanner.magazzino", "presenze", "videosorveglianza");

  private Access() {}

  static List<Answer> answers(Directory directory) {
    return List.of(
        Answer.of(
            Dataset.ROLE_ASSIGNMENT,
            "GET /roleManagement/directory/roleAssignments?$expand=principal",
            role(directory, EXCHANGE, "elena.fontana"),
            role(directory, EXCHANGE, "davide.costa"),
            role(directory, GLOBAL, "marco.bellini")),
        Answer.of(
            Dataset.RISKY_USER,
            "GET /identityProtection/riskyUsers",
            risky(directory, "roberta.ferri", "atRisk", "2026-11-12T21:51:07Z"),
            risky(directory, "paolo.greco", "remediated", "2026-08-03T07:12:40Z")),
        Answer.of(
                Dataset.SIGN_IN,
                "GET /auditLogs/signIns?$filter=createdDateTime ge 2026-11-12T19:00:00Z"
                    + " and clientAppUsed eq 'Authenticated SMTP'",
                signIns())
            .within(new LogWindow(FROM, DemoTenant.END, FROM, DemoTenant.END)),
        Answer.of(
            Dataset.RECIPIENT,
            "Get-Recipient {\"Filter\":\"EmailAddresses -like 'smtp:postmaster@*'"
                + " -or EmailAddresses -like 'smtp:abuse@*'\"}",
            recipient(directory.find("abuse@esempio.it")),
            recipient(directory.find("postmaster@esempio.it"))));
  }

  private static Row role(Directory directory, String role, String alias) {
    DemoMailbox person = directory.find(alias + "@" + Domains.MAIN);
    return Row.graph(Row.guid("role/" + role + "/" + alias))
        .set("roleDefinitionId", role)
        .set("principalId", person.key())
        .set(
            "principal",
            Row.graph(person.key())
                .set("displayName", person.name())
                .set("userPrincipalName", person.address()));
  }

  private static Row risky(Directory directory, String alias, String state, String time) {
    DemoMailbox person = directory.find(alias + "@" + Domains.MAIN);
    return Row.graph(person.key())
        .set("userPrincipalName", person.address())
        .set("riskState", state)
        .set("riskLastUpdatedDateTime", time);
  }

  /** One in the evening of each day of the week. */
  private static List<Row> signIns() {
    List<Row> rows = new ArrayList<>();
    for (int day = 13; day <= 18; day++) {
      String time = "2026-11-" + day + "T18:30:00Z";
      SUBMITTED.forEach(alias -> rows.add(signIn(alias, time, 0)));
    }
    rows.add(signIn("fatture", "2026-11-17T03:12:55Z", 50126));
    return rows;
  }

  private static Row signIn(String alias, String time, int error) {
    return Row.graph(Row.guid("sign-in/" + alias + "/" + time))
        .set("createdDateTime", time)
        .set("clientAppUsed", "Authenticated SMTP")
        .set("userPrincipalName", alias + "@" + Domains.MAIN)
        .set("status", Row.empty().set("errorCode", error));
  }

  private static Row recipient(DemoMailbox mailbox) {
    return Row.exchange("mailbox object", mailbox.alias())
        .set("PrimarySmtpAddress", mailbox.address())
        .set("EmailAddresses", mailbox.emailAddresses());
  }
}
