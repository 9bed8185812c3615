package dev.sigillo.snapshot;

/** An SPF check that a DMARC reporter made, of the {@code mfrom} or the {@code helo} domain. */
public record DmarcSpfResult(
    Setting<String> domain, Setting<String> scope, Setting<String> result) {}
