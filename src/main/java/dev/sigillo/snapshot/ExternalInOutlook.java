package dev.sigillo.snapshot;

/** {@code Get-ExternalInOutlook}: whether Outlook marks senders from outside. */
public record ExternalInOutlook(RowRef row, Setting<Boolean> enabled) implements Fact {}
