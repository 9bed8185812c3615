package dev.sigillo.snapshot;

/** A DKIM signature that a DMARC reporter saw: signing domain, selector, {@code pass} or not. */
public record DmarcDkimResult(
    Setting<String> domain, Setting<String> selector, Setting<String> result) {}
