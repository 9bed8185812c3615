package dev.sigillo.snapshot;

/** {@code Get-ApplicationAccessPolicy}: restricts an application to some mailboxes. */
public record ApplicationAccessPolicy(
    RowRef row, Setting<String> appId, Setting<String> accessRight, Setting<String> scopeName)
    implements Fact {}
