package dev.sigillo.simulator.tenant;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Messages that went out, and what became of them: Graph's traces and Exchange's. */
final class Traces {
  static final String CALL = "admin/exchange/tracing/messageTraces";
  static final String EXCHANGE = "Get-MessageTraceV2";

  private static final String BLOCKED =
      "Reason: [{LED=554 5.7.1 Service unavailable; Client host [40.107.0.%d] blocked using"
          + " bl.spamcop.net; Blocked - see https://www.spamcop.net/bl.shtml?40.107.0.%1$d};{MSG=};"
          + "{FQDN=mx.destinatario.example};{IP=198.51.100.7};{LRT=11/18/2026 2:12:40 PM}]";

  private Traces() {}

  /** Path of the details of a message. */
  static String details(String id) {
    return CALL + "/" + id;
  }

  /** A message that a receiver refused because Exchange Online's address stood on a blocklist. */
  static void blocked(Content content, String sender, int number) {
    Row trace = trace(content, sender, number, "failed");
    content.list(
        details(trace.text("id")),
        detail(trace, 0, "Receive", "Message received by: AM9P250MB0670.EURP250.PROD.OUTLOOK.COM"),
        detail(trace, 6, "Fail", BLOCKED.formatted(1 + number % 9)));
  }

  /** A message that arrived. */
  static void delivered(Content content, String sender, int number) {
    Row trace = trace(content, sender, number, "delivered");
    content.list(
        details(trace.text("id")),
        detail(trace, 0, "Receive", "Message received by: AM9P250MB0670.EURP250.PROD.OUTLOOK.COM"),
        detail(trace, 3, "Send external", "Message sent to mx.destinatario.example."));
  }

  private static Row trace(Content content, String sender, int number, String status) {
    Org org = content.org;
    String id = org.guid("trace/" + sender + "/" + number);
    String recipient = "cliente" + number + "@destinatario.example";
    Duration ago = Duration.ofHours(2).plusMinutes(number * 11L);
    Row trace =
        Row.graph("messageTrace", id)
            .set("senderAddress", sender)
            .set("recipientAddress", recipient)
            .set("messageId", "<" + id + "@" + org.domain() + ">")
            .set("receivedDateTime", org.before(ago))
            .set("subject", "Fattura " + number)
            .set("status", status);
    content
        .list(CALL, trace)
        .list(
            EXCHANGE,
            Row.of("Get-MessageTraceV2")
                .set("MessageTraceId", id)
                .set("MessageId", trace.text("messageId"))
                .set("Received", org.exchangeBefore(ago))
                .set("SenderAddress", sender)
                .set("RecipientAddress", recipient)
                .set("Subject", trace.text("subject"))
                .set("Status", status.equals("failed") ? "Failed" : "Delivered"));
    return trace;
  }

  private static Row detail(Row trace, int seconds, String event, String description) {
    Instant time = Instant.parse(trace.text("receivedDateTime")).plusSeconds(seconds);
    return Row.graph("messageTraceDetail", trace.text("id"))
        .set("messageId", trace.text("messageId"))
        .set("dateTime", time.toString())
        .set("event", event)
        .set("description", description);
  }

  /** Rows of Exchange that were received in a span, with a status if one is named. */
  static List<Row> within(List<Row> rows, Instant from, Instant to, String status) {
    return rows.stream()
        .filter(row -> status.isEmpty() || row.text("Status").equalsIgnoreCase(status))
        .filter(row -> !Instant.parse(row.text("Received")).isBefore(from))
        .filter(row -> !Instant.parse(row.text("Received")).isAfter(to))
        .toList();
  }
}
