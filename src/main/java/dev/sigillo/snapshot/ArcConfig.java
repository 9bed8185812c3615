package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-ArcConfig}: whose Authenticated Received Chain is trusted. */
public record ArcConfig(RowRef row, Setting<List<String>> arcTrustedSealers) implements Fact {}
