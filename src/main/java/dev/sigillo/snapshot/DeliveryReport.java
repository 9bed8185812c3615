package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;

/**
 * What a delivery report (NDR) said about one recipient.
 *
 * @param row where it stands in the snapshot
 * @param file the message: a path, {@code box.mbox#3}, {@code a.zip!b.eml}
 * @param sha256 digest of that message's bytes, lower-case hexadecimal, so that the original can be
 *     told from a changed one
 * @param sender of the undelivered message
 * @param recipient the final recipient
 * @param originalRecipient as the sender wrote it
 * @param action {@code failed}, {@code delayed}, {@code delivered}, {@code relayed}, {@code
 *     expanded}
 * @param status a code of RFC 3463
 * @param diagnosticCode what the refusing server answered
 * @param reason our class: {@code blocked}, {@code policy}, {@code unknownUser} and so on
 * @param remoteMta the server that refused
 * @param reportingMta the server that wrote the report
 * @param clientIp the address that the refusing server saw
 * @param blockList name of the list that the answer names
 * @param blockListZone its DNS zone
 * @param messageId of the undelivered message, without angle brackets
 * @param time of the last attempt, otherwise of the report
 * @param received the undelivered message's Received fields, newest first
 * @param authenticationResults its Authentication-Results fields
 */
public record DeliveryReport(
    RowRef row,
    Setting<String> file,
    Setting<String> sha256,
    Setting<String> sender,
    Setting<String> recipient,
    Setting<String> originalRecipient,
    Setting<String> action,
    Setting<String> status,
    Setting<String> diagnosticCode,
    Setting<String> reason,
    Setting<String> remoteMta,
    Setting<String> reportingMta,
    Setting<String> clientIp,
    Setting<String> blockList,
    Setting<String> blockListZone,
    Setting<String> messageId,
    Setting<Instant> time,
    Setting<List<String>> received,
    Setting<List<String>> authenticationResults)
    implements Fact {}
