package dev.sigillo.snapshot;

import java.util.List;

/** The combinations of methods a Conditional Access policy accepts. */
public record AuthenticationStrength(
    Setting<String> id, Setting<String> displayName, Setting<List<String>> allowedCombinations) {}
