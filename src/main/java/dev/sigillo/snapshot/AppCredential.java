package dev.sigillo.snapshot;

import java.time.Instant;

/** A secret or certificate of an application: its dates, never its value. */
public record AppCredential(
    Setting<String> keyId,
    Setting<String> displayName,
    Setting<Instant> startDateTime,
    Setting<Instant> endDateTime) {}
