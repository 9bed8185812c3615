package dev.sigillo.snapshot;

import java.time.Instant;

/**
 * One recipient of one message that passed through Exchange Online, as message trace tells it; the
 * names are Graph's.
 *
 * @param row where it stands in the snapshot
 * @param id the trace's own id; one message to several recipients has one
 * @param messageId the Message-ID field
 * @param receivedDateTime when Exchange Online received the message
 * @param senderAddress envelope sender
 * @param recipientAddress envelope recipient
 * @param subject of the message, kept only when asked for
 * @param status {@code delivered}, {@code failed}, {@code pending}, {@code expanded}, {@code
 *     quarantined}, {@code filteredAsSpam}, {@code gettingStatus}
 * @param size in bytes
 * @param fromIP the address that handed the message in
 * @param toIP the address it was handed to
 * @param directionality {@code Originating} or {@code Incoming}, in reports that say so
 * @param connectorId the connector it took, in reports that say so
 * @param detail what the other server answered, in reports that say so
 */
public record MessageTrace(
    RowRef row,
    Setting<String> id,
    Setting<String> messageId,
    Setting<Instant> receivedDateTime,
    Setting<String> senderAddress,
    Setting<String> recipientAddress,
    Setting<String> subject,
    Setting<String> status,
    Setting<Long> size,
    Setting<String> fromIP,
    Setting<String> toIP,
    Setting<String> directionality,
    Setting<String> connectorId,
    Setting<String> detail)
    implements Fact {}
