package dev.sigillo.effective;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;

/**
 * A Conditional Access policy as Graph sends it, enforced for everyone and everywhere, to which a
 * test gives demands and reserves.
 */
final class GivenAccess {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String PLAIN =
      """
      {"id": "a205d789-8090-43d1-b42b-0d915b08fbfd", "displayName": "Policy", "state": "enabled",
       "conditions": {
         "clientAppTypes": ["all"], "userRiskLevels": [], "signInRiskLevels": [],
         "locations": null, "platforms": null, "devices": null, "authenticationFlows": null,
         "applications": {"includeApplications": ["All"], "excludeApplications": [],
           "applicationFilter": null, "includeUserActions": []},
         "users": {"includeUsers": ["All"], "excludeUsers": [], "includeGroups": [],
           "excludeGroups": [], "includeRoles": [], "excludeRoles": [],
           "excludeGuestsOrExternalUsers": null}},
       "grantControls": {"operator": "OR", "builtInControls": [], "termsOfUse": [],
         "customAuthenticationFactors": [], "authenticationStrength": null}}
      """;

  private final ObjectNode row;

  GivenAccess(String name) {
    try {
      row = (ObjectNode) JSON.readTree(PLAIN);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    row.put("displayName", name);
  }

  /** Sets a property, nested ones with dots, to a JSON value; its quotes may be single ones. */
  GivenAccess with(String path, String json) {
    ObjectNode owner = row;
    String[] steps = path.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      owner = (ObjectNode) owner.get(steps[i]);
    }
    try {
      owner.set(steps[steps.length - 1], JSON.readTree(json.replace('\'', '"')));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  GivenAccess without(String path) {
    ObjectNode owner = row;
    String[] steps = path.split("\\.", -1);
    for (int i = 0; i < steps.length - 1; i++) {
      owner = (ObjectNode) owner.get(steps[i]);
    }
    owner.remove(steps[steps.length - 1]);
    return this;
  }

  GivenAccess demanding(String... controls) {
    return with("grantControls.builtInControls", "['" + String.join("', '", controls) + "']");
  }

  GivenAccess strength(String name, String... combinations) {
    return with(
        "grantControls.authenticationStrength",
        "{'id': '1', 'displayName': '%s', 'allowedCombinations': ['%s']}"
            .formatted(name, String.join("', '", combinations)));
  }

  ConditionalAccessPolicy policy() {
    return RowReader.read(
        ConditionalAccessPolicy.class, RowRef.of("graph/conditionalAccessPolicies", 1, row), row);
  }
}
