package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.List;

/** Microsoft's own alert policies, with the ids they have in every tenant. */
final class AlertPolicies {
  static final String CALL = Content.COMPLIANCE + "Get-ProtectionAlert";
  static final String ADMINISTRATORS = "TenantAdmins";
  static final String PATTERNS = "Suspicious email sending patterns detected";
  static final String CONNECTOR = "Suspicious connector activity";
  static final String FORWARDING = "Suspicious Email Forwarding Activity";
  static final String DELAYED = "Messages have been delayed";
  static final String USER_RESTRICTED = "User restricted from sending email";
  static final String TENANT_RESTRICTED = "Tenant restricted from sending email";
  static final String UNPROVISIONED = "Tenant restricted from sending unprovisioned email";
  static final String CLICK = "A potentially malicious URL click was detected";
  static final String REDIRECT = "Creation of forwarding/redirect rule";

  private AlertPolicies() {}

  /** All on, all read by the security team. */
  static void clean(Content content) {
    List<String> read = List.of(ADMINISTRATORS, content.security());
    watching(content.org).forEach(row -> content.list(CALL, row.set("NotifyUser", read)));
    others(content.org).forEach(row -> content.list(CALL, row));
  }

  /** Those that watch outbound mail. */
  static List<Row> watching(Org org) {
    List<Row> all = new ArrayList<>();
    all.add(
        of(
            org,
            PATTERNS,
            "be215649-fba8-4339-9ddd-05991a43b948",
            "Medium",
            "CompromisedWarningAccount"));
    all.add(of(org, CONNECTOR, "8bb9c6c8-dc12-40e1-5bb8-08da05b13393", "High", "ConnectorAbuse"));
    all.add(
        of(
            org,
            FORWARDING,
            "bfd48f06-0865-41a6-85ff-adb746423ebf",
            "High",
            "SuspiciousForwarding"));
    all.add(of(org, DELAYED, "37a4e852-e711-45ca-b0f4-b076bae3adfd", "High", ""));
    all.add(
        of(
            org,
            USER_RESTRICTED,
            "7a4e7306-bbcb-401f-b112-8ca5f798a230",
            "High",
            "CompromisedAccount"));
    all.add(
        of(
            org,
            TENANT_RESTRICTED,
            "a7032ff5-7eee-412b-805b-d1295c7e0932",
            "High",
            "CompromisedTenantAccount"));
    all.add(
        of(
            org,
            UNPROVISIONED,
            "5ed2d687-9bd3-49e7-9b56-b7dc0d9af5cb",
            "High",
            "CompromisedUnprovisionedTenantAccount"));
    all.add(of(org, CLICK, "a74bb32a-541b-47fb-adfd-f8c62ce3d59b", "High", ""));
    all.add(
        of(org, REDIRECT, "d59a8fd4-1272-41ee-9408-86f7bcf72479", "Informational", "MailRedirect"));
    return all;
  }

  /** Some of the rest. */
  static List<Row> others(Org org) {
    return List.of(
        of(
            org,
            "Suspicious tenant sending patterns observed",
            "05b9e850-6d9d-4bab-a5c0-f54db2e7e887",
            "High",
            "TenantExceedsThresholdEarlyAlert"),
        of(
            org,
            "Email sending limit exceeded",
            "2cc44934-4d16-420b-b4e8-74a77fd0ab24",
            "Medium",
            "EmailSendingLimitExceeded"),
        of(
            org,
            "Elevation of Exchange admin privilege",
            "17d51759-88e1-40c1-8df3-20bcf2e43057",
            "Low",
            "GrantAdminPermission"),
        of(org, "Reply-all storm detected", "ce504573-4841-4e45-81e2-21e8a11ba221", "High", ""),
        of(
            org,
            "Email reported by user as malware or phish",
            "b26a5770-0c38-434a-9380-3a3c2c27bbb3",
            "Low",
            "UserSubmission"),
        of(
            org,
            "User requested to release a quarantined message",
            "34116cef-7761-4cdf-a30b-5aa944d93d74",
            "Informational",
            "QuarantineRequestReleaseMessage"),
        of(
            org,
            "Unusual volume of external file sharing",
            "d0ec2b5e-b51e-4b83-a232-972d3971d370",
            "Medium",
            "ExternalFileSharing"),
        of(
            org,
            "Potential Nation-State Activity",
            "3b3085a4-553a-4b61-bbf1-691fa4e0bf76",
            "High",
            "MSTICNationStateNotification"),
        of(
                org,
                "Email reported by user as junk",
                "a0e277be-7157-4907-874e-93e7b5170657",
                "Low",
                "UserSubmission")
            .set("NotificationEnabled", false));
  }

  static Row of(Org org, String name, String id, String severity, String operation) {
    String unit =
        "FFO.extest.microsoft.com/Microsoft Exchange Hosted Organizations/" + org.tenantId();
    return Row.of("Get-ProtectionAlert")
        .set("Guid", id)
        .set("ExchangeObjectId", id)
        .set("ImmutableId", id)
        .set("Identity", unit + "/Configuration/" + name)
        .set("Id", unit + "/Configuration/" + name)
        .set("Name", name)
        .set("OrganizationalUnitRoot", unit)
        .set("OrganizationId", unit + " - " + unit + "/Configuration")
        .set("Disabled", false)
        .set("NotificationEnabled", true)
        .set("NotifyUser", List.of(ADMINISTRATORS))
        .set("Operation", operation.isEmpty() ? null : List.of(operation))
        .set("Severity", severity);
  }
}
