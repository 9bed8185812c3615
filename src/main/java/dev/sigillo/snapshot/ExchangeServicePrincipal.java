package dev.sigillo.snapshot;

/** {@code Get-ServicePrincipal} of Exchange: an application known to its role-based access. */
public record ExchangeServicePrincipal(
    RowRef row,
    Setting<String> appId,
    Setting<String> objectId,
    Setting<String> displayName,
    Setting<String> identity)
    implements Fact {}
