package dev.sigillo.snapshot;

/** Whom a rule sends mail to. */
public record RuleRecipient(Setting<EmailAddress> emailAddress) {}
