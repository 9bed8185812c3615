package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Which applications a Conditional Access policy covers. */
public record AccessApplications(
    Setting<List<String>> includeApplications,
    Setting<List<String>> excludeApplications,
    Setting<JsonNode> applicationFilter,
    Setting<List<String>> includeUserActions) {}
