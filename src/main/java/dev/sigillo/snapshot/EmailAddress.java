package dev.sigillo.snapshot;

/**
 * An address as Graph gives it.
 *
 * @param address SMTP address; of a recipient of the directory it can be a legacy name instead
 */
public record EmailAddress(Setting<String> name, Setting<String> address) {}
