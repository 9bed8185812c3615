package dev.sigillo.snapshot;

import java.time.Instant;

/**
 * Graph {@code getDetailsByRecipient}: one step of a message's way to one recipient. The answer of
 * a server that refused it stands in the description of a {@code Fail}.
 */
public record MessageTraceDetail(
    RowRef row,
    Setting<String> id,
    Setting<String> messageId,
    Setting<String> recipientAddress,
    Setting<Instant> dateTime,
    Setting<String> event,
    Setting<String> action,
    Setting<String> description)
    implements Fact {}
