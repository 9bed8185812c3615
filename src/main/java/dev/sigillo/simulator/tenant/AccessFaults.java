package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditional Access policies that are missing, on trial, or dangerous. */
final class AccessFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  private static final String REPORT_ONLY = "enabledForReportingButNotEnforced";

  static {
    missing("mfaMissing", AccessPolicies.MFA, "IDENTITY-01", "missing");
    missing("legacyAuthAllowed", AccessPolicies.LEGACY, "IDENTITY-02", "missing");
    missing("adminsWithoutStrongMfa", AccessPolicies.ADMINISTRATORS, "IDENTITY-03", "uncovered");
    missing("userRiskIgnored", AccessPolicies.USER_RISK, "IDENTITY-05", "missing");
    missing("signInRiskIgnored", AccessPolicies.SIGN_IN_RISK, "IDENTITY-06", "missing");
    missing("deviceCodeAllowed", AccessPolicies.DEVICE_CODE, "IDENTITY-07", "missing");
    ALL.put("mfaOnTrial", onTrial(AccessPolicies.MFA, "IDENTITY-01"));
    ALL.put("emergencyLockedOut", AccessFaults::emergencyLockedOut);
  }

  private AccessFaults() {}

  private static void missing(String name, String policy, String control, String code) {
    ALL.put(
        name,
        (content, count) -> {
          content.remove(AccessPolicies.CALL, row -> row.text("displayName").equals(policy));
          content.truth.finds(control, content.tenant(), code);
        });
  }

  private static Misconfiguration onTrial(String policy, String control) {
    return (content, count) -> {
      content.named(AccessPolicies.CALL, policy).set("state", REPORT_ONLY);
      content.truth.finds(control, content.tenant(), "narrow");
    };
  }

  private static void emergencyLockedOut(Content content, int count) {
    content.list(
        AccessPolicies.CALL,
        AccessPolicies.policy(
            content.org,
            "Solo dispositivi conformi",
            AccessPolicies.everybody(List.of(), List.of()),
            "OR",
            "compliantDevice"));
    content.truth.finds("IDENTITY-08", content.tenant(), "endangered");
  }
}
