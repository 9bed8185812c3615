package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import java.time.Instant;

/**
 * Changes that the unified audit log recorded. The log was switched on in November, so it serves
 * less than it was asked for.
 */
final class AuditTrail {
  private static final Instant ASKED_FROM = Instant.parse("2026-08-21T19:00:00Z");
  private static final Instant SWITCHED_ON = Instant.parse("2026-11-02T09:14:00Z");

  private AuditTrail() {}

  static Answer answer() {
    return Answer.of(
            Dataset.AUDIT_EVENT,
            "Search-UnifiedAuditLog {\"Operations\":[\"New-InboxRule\",\"Set-InboxRule\","
                + "\"UpdateInboxRules\",\"Set-Mailbox\",\"New-TransportRule\",\"Set-TransportRule\"]}",
            event(
                "2026-11-05T10:21:44Z",
                "Set-TransportRule",
                "elena.fontana@esempio.it",
                "Blocco inoltro automatico",
                "Mode=AuditAndNotify"),
            event(
                "2026-11-09T07:58:02Z",
                "Set-Mailbox",
                "elena.fontana@esempio.it",
                "spedizioni@esempio.it",
                "ForwardingSmtpAddress=smtp:ordini@" + Domains.CARRIER),
            event(
                "2026-11-12T21:47:30Z",
                "New-InboxRule",
                "roberta.ferri@esempio.it",
                "roberta.ferri\\AF",
                "DeleteMessage=True;MarkAsRead=True"),
            event(
                "2026-11-17T14:03:19Z",
                "New-InboxRule",
                "paolo.greco@esempio.it",
                "paolo.greco\\copia",
                "ForwardTo=p.greco@posta.example"))
        .within(new LogWindow(ASKED_FROM, DemoTenant.END, SWITCHED_ON, DemoTenant.END));
  }

  private static Row event(
      String when, String operation, String user, String object, String parameters) {
    return Row.empty()
        .set("Id", Row.guid("event/" + when))
        .set("CreationDate", when)
        .set("Operation", operation)
        .set("UserId", user)
        .set("ObjectId", object)
        .set("Parameters", parameters);
  }
}
