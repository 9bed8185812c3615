package dev.sigillo.incident.dossier;

import dev.sigillo.incident.ndr.Answer;
import dev.sigillo.snapshot.DeliveryReport;
import dev.sigillo.snapshot.MessageTrace;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of one delivery report, or one failure of a message trace; texts are empty where
 * nothing is said.
 *
 * @param time of the last attempt, otherwise of the report
 * @param sender of the undelivered message
 * @param recipient who was not reached
 * @param status code of RFC 3463
 * @param reason class of the reason
 * @param address the refusing server saw
 * @param list block list named
 * @param answer of the refusing server
 * @param messageId of the undelivered message
 * @param file where the report was read
 * @param sha256 digest of the report's message
 * @param reached whether it was delivered after all, or handed on
 */
public record Sample(
    @Nullable Instant time,
    String sender,
    String recipient,
    String status,
    String reason,
    String address,
    String list,
    String answer,
    String messageId,
    String file,
    String sha256,
    boolean reached) {
  /** Reason of a failure whose answer the trace does not tell. */
  public static final String UNTOLD = "untold";

  private static final List<String> REACHED = List.of("delivered", "relayed", "expanded");

  static Sample of(DeliveryReport report) {
    return new Sample(
        report.time().orNull(),
        report.sender().orElse(""),
        report.recipient().orElse(report.originalRecipient().orElse("")),
        report.status().orElse(""),
        report.reason().orElse("other"),
        report.clientIp().orElse("").strip(),
        report.blockList().orElse(report.blockListZone().orElse("")),
        report.diagnosticCode().orElse(""),
        report.messageId().orElse(""),
        report.file().orElse(""),
        report.sha256().orElse(""),
        report.action().in(REACHED));
  }

  /** A failure as a trace tells it, with what the other server answered. */
  static Sample of(MessageTrace trace, Answer answer) {
    return new Sample(
        trace.receivedDateTime().orNull(),
        trace.senderAddress().orElse(""),
        trace.recipientAddress().orElse(""),
        answer.status(),
        answer.reason() == null ? UNTOLD : answer.reason().id(),
        answer.address(),
        answer.list(),
        answer.text(),
        trace.messageId().orElse("").strip().replaceAll("^<|>$", ""),
        "",
        "",
        false);
  }

  /** Domain of the recipient, lower case. */
  String domain() {
    return recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
