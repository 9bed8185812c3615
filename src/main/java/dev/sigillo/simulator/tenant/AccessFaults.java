package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Conditional Access policies that are missing, on trial, or dangerous. */
final class AccessFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  private static final String REPORT_ONLY = "enabledForReportingButNotEnforced";

  private static final Map<String, String> CONTROLS =
      Map.of(
          AccessPolicies.MFA, "IDENTITY-01",
          AccessPolicies.LEGACY, "IDENTITY-02",
          AccessPolicies.ADMINISTRATORS, "IDENTITY-03",
          AccessPolicies.USER_RISK, "IDENTITY-05",
          AccessPolicies.SIGN_IN_RISK, "IDENTITY-06",
          AccessPolicies.DEVICE_CODE, "IDENTITY-07");

  static {
    ALL.put("mfaMissing", AccessFaults::mfaMissing);
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

  /** What an audit says of that depends on what other policies are left: {@link #expect}. */
  private static void mfaMissing(Content content, int count) {
    content.remove(AccessPolicies.CALL, row -> row.text("displayName").equals(AccessPolicies.MFA));
  }

  /** Policies for some people or some sign-ins come near to one for everybody. */
  static void expect(Content content) {
    List<String> left =
        content.rows(AccessPolicies.CALL).stream().map(row -> row.text("displayName")).toList();
    if (!left.contains(AccessPolicies.MFA)) {
      boolean near =
          left.contains(AccessPolicies.ADMINISTRATORS)
              || left.contains(AccessPolicies.USER_RISK)
              || left.contains(AccessPolicies.SIGN_IN_RISK);
      content.truth.finds("IDENTITY-01", content.tenant(), near ? "narrow" : "missing");
    }
    if (content.undeclared) {
      left.forEach(policy -> exceptsUnknownAccounts(content, policy));
    }
  }

  /** Accounts for emergencies that nobody declared are exceptions like any others. */
  private static void exceptsUnknownAccounts(Content content, String policy) {
    String control = CONTROLS.get(policy);
    if (control != null) {
      content.truth.finds(control, content.tenant(), "narrow");
      if (policy.equals(AccessPolicies.ADMINISTRATORS)) {
        content.truth.finds(control, content.tenant(), "uncovered");
      }
    }
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
