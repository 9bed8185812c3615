package dev.sigillo.incident.ndr;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one delivery report says about one recipient. Everything but the file is null when the
 * report does not say it; nothing is made up.
 *
 * @param file where it was read: a path, {@code box.mbox#3} for the third message of a box, {@code
 *     a.zip!b.eml} for an entry
 * @param sha256 digest of that message's bytes (of a box: without the line that separates), in
 *     lower-case hexadecimal; null for a message that was too long to be read whole
 * @param sender of the undelivered message: its Return-Path or From field, otherwise whom the
 *     report is addressed to
 * @param recipient the final recipient (RFC 3464 section 2.3.2)
 * @param originalRecipient the recipient as the sender wrote it (section 2.3.1)
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed} or {@code
 *     expanded} (section 2.3.3)
 * @param status a code of RFC 3463, such as {@code 5.7.1}
 * @param diagnosticCode what the refusing server answered, on one line
 * @param reason null for a message that was delivered, relayed or expanded
 * @param remoteMta the server that refused
 * @param reportingMta the server that wrote the report
 * @param clientIp the address that the refusing server saw the message come from
 * @param blockList name of the block list that the answer names
 * @param blockListZone the list's DNS zone, when the answer names a list that is asked by DNS
 * @param messageId of the message that was not delivered, without angle brackets
 * @param time of the last attempt, otherwise of the report
 * @param received the undelivered message's Received fields, newest first
 * @param authenticationResults the undelivered message's Authentication-Results fields
 */
public record Bounce(
    String file,
    @Nullable String sha256,
    @Nullable String sender,
    @Nullable String recipient,
    @Nullable String originalRecipient,
    @Nullable String action,
    @Nullable String status,
    @Nullable String diagnosticCode,
    @Nullable Reason reason,
    @Nullable String remoteMta,
    @Nullable String reportingMta,
    @Nullable String clientIp,
    @Nullable String blockList,
    @Nullable String blockListZone,
    @Nullable String messageId,
    @Nullable Instant time,
    List<String> received,
    List<String> authenticationResults) {
  /** Copies the lists. */
  public Bounce {
    received = List.copyOf(received);
    authenticationResults = List.copyOf(authenticationResults);
  }
}
