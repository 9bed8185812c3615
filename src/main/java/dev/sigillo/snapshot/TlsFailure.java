package dev.sigillo.snapshot;

/** A kind of failure in a TLS report (RFC 8460 section 4.3), and how many sessions it ended. */
public record TlsFailure(
    Setting<String> resultType,
    Setting<String> sendingMtaIp,
    Setting<String> receivingMxHostname,
    Setting<String> receivingIp,
    Setting<Long> failedSessionCount,
    Setting<String> failureReasonCode) {}
