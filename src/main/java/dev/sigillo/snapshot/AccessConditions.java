package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** When a Conditional Access policy applies. */
public record AccessConditions(
    Setting<AccessUsers> users,
    Setting<AccessApplications> applications,
    Setting<List<String>> clientAppTypes,
    Setting<List<String>> signInRiskLevels,
    Setting<List<String>> userRiskLevels,
    Setting<AuthenticationFlows> authenticationFlows,
    Setting<JsonNode> locations,
    Setting<JsonNode> platforms,
    Setting<JsonNode> devices) {}
