package dev.sigillo.snapshot;

import java.util.List;

/** Which applications a Conditional Access policy covers. */
public record AccessApplications(
    Setting<List<String>> includeApplications,
    Setting<List<String>> excludeApplications,
    Setting<List<String>> includeUserActions) {}
