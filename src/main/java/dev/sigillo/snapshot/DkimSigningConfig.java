package dev.sigillo.snapshot;

import java.time.Instant;

/** {@code Get-DkimSigningConfig}: how a domain's mail is signed. */
public record DkimSigningConfig(
    RowRef row,
    Setting<String> domain,
    Setting<Boolean> enabled,
    Setting<String> status,
    Setting<String> selector1CNAME,
    Setting<Long> selector1KeySize,
    Setting<String> selector2CNAME,
    Setting<Long> selector2KeySize,
    Setting<Instant> keyCreationTime,
    Setting<Instant> rotateOnDate,
    Setting<String> selectorBeforeRotateOnDate,
    Setting<String> selectorAfterRotateOnDate)
    implements Fact {}
