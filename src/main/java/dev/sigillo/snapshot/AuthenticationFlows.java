package dev.sigillo.snapshot;

/** Authentication flows a Conditional Access policy names, such as {@code deviceCodeFlow}. */
public record AuthenticationFlows(Setting<String> transferMethods) {}
