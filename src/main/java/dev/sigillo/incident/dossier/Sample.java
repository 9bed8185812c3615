package dev.sigillo.incident.dossier;

import dev.sigillo.snapshot.DeliveryReport;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recipient of one delivery report; texts are empty where the report says nothing.
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
 * @param file where it was read
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

  /** Domain of the recipient, lower case. */
  String domain() {
    return recipient.substring(recipient.lastIndexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
  }
}
