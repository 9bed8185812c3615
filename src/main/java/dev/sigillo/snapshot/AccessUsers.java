package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Whom a Conditional Access policy covers. */
public record AccessUsers(
    Setting<List<String>> includeUsers,
    Setting<List<String>> excludeUsers,
    Setting<List<String>> includeGroups,
    Setting<List<String>> excludeGroups,
    Setting<List<String>> includeRoles,
    Setting<List<String>> excludeRoles,
    Setting<JsonNode> excludeGuestsOrExternalUsers) {}
