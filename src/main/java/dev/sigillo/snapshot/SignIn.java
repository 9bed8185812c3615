package dev.sigillo.snapshot;

import java.time.Instant;

/** Graph {@code /auditLogs/signIns}: a sign-in with an old protocol. */
public record SignIn(
    RowRef row,
    Setting<String> id,
    Setting<Instant> createdDateTime,
    Setting<String> clientAppUsed,
    Setting<String> userPrincipalName,
    Setting<SignInStatus> status)
    implements Fact {}
