package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * When a Conditional Access policy applies. Graph leaves the two youngest conditions, {@code
 * authenticationFlows} and {@code insiderRiskLevels}, out of policies that do not use them, so
 * there their absence says null.
 */
public record AccessConditions(
    Setting<AccessUsers> users,
    Setting<AccessApplications> applications,
    Setting<List<String>> clientAppTypes,
    Setting<List<String>> signInRiskLevels,
    Setting<List<String>> userRiskLevels,
    Setting<String> insiderRiskLevels,
    Setting<AuthenticationFlows> authenticationFlows,
    Setting<JsonNode> locations,
    Setting<JsonNode> platforms,
    Setting<JsonNode> devices) {

  public AccessConditions {
    insiderRiskLevels = absentIsNull(insiderRiskLevels);
    authenticationFlows = absentIsNull(authenticationFlows);
  }

  private static <T> Setting<T> absentIsNull(Setting<T> setting) {
    return setting instanceof Setting.Absent ? Setting.ofNull() : setting;
  }
}
