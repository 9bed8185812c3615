package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-Recipient}: one with an address that begins with postmaster or abuse. */
public record Recipient(
    RowRef row, Setting<String> primarySmtpAddress, Setting<List<String>> emailAddresses)
    implements Fact {}
