package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;

/** Microsoft's own alert policies, with the ids they have in every tenant, and one of ours. */
final class AlertPolicies {
  private static final String ADMINISTRATORS = "TenantAdmins";
  private static final String SECURITY = "sicurezza.it@" + Domains.MAIN;

  private AlertPolicies() {}

  static Answer answer() {
    List<Row> rows = new ArrayList<>();
    sending().stream().map(row -> row.set("IsSystemRule", true)).forEach(rows::add);
    others().stream().map(row -> row.set("IsSystemRule", true)).forEach(rows::add);
    rows.add(
        alert(
                "Regole di trasporto modificate",
                Row.guid("alert/transport rules"),
                "Medium",
                "Set-TransportRule")
            .set("NotifyUser", List.of(SECURITY))
            .set("IsSystemRule", false));
    return Answer.of(Dataset.PROTECTION_ALERT, "Get-ProtectionAlert {}", rows);
  }

  /** Those that watch outbound mail. */
  private static List<Row> sending() {
    return List.of(
        alert(
            "Suspicious email sending patterns detected",
            "be215649-fba8-4339-9ddd-05991a43b948",
            "Medium",
            "CompromisedWarningAccount"),
        alert(
            "Suspicious connector activity",
            "8bb9c6c8-dc12-40e1-5bb8-08da05b13393",
            "High",
            "ConnectorAbuse"),
        alert(
                "Suspicious Email Forwarding Activity",
                "bfd48f06-0865-41a6-85ff-adb746423ebf",
                "High",
                "SuspiciousForwarding")
            .set("NotifyUser", List.of(SECURITY)),
        // Switched off in August, when a long queue filled the mailbox that receives alerts.
        alert("Messages have been delayed", "37a4e852-e711-45ca-b0f4-b076bae3adfd", "High", "")
            .set("Disabled", true),
        alert(
                "User restricted from sending email",
                "7a4e7306-bbcb-401f-b112-8ca5f798a230",
                "High",
                "CompromisedAccount")
            .set("NotifyUser", List.of(ADMINISTRATORS, SECURITY)),
        alert(
            "Tenant restricted from sending email",
            "a7032ff5-7eee-412b-805b-d1295c7e0932",
            "High",
            "CompromisedTenantAccount"),
        alert(
            "Tenant restricted from sending unprovisioned email",
            "5ed2d687-9bd3-49e7-9b56-b7dc0d9af5cb",
            "High",
            "CompromisedUnprovisionedTenantAccount"),
        alert(
            "Suspicious tenant sending patterns observed",
            "05b9e850-6d9d-4bab-a5c0-f54db2e7e887",
            "High",
            "TenantExceedsThresholdEarlyAlert"),
        alert(
                "Email sending limit exceeded",
                "2cc44934-4d16-420b-b4e8-74a77fd0ab24",
                "Medium",
                "EmailSendingLimitExceeded")
            .set("NotifyUser", List.of(SECURITY)),
        alert(
                "Creation of forwarding/redirect rule",
                "d59a8fd4-1272-41ee-9408-86f7bcf72479",
                "Informational",
                "MailRedirect")
            .set("NotifyUser", List.of(SECURITY)),
        alert(
            "A potentially malicious URL click was detected",
            "a74bb32a-541b-47fb-adfd-f8c62ce3d59b",
            "High",
            ""));
  }

  /** Some of the rest. */
  private static List<Row> others() {
    return List.of(
        alert(
            "Elevation of Exchange admin privilege",
            "17d51759-88e1-40c1-8df3-20bcf2e43057",
            "Low",
            "GrantAdminPermission"),
        alert("Reply-all storm detected", "ce504573-4841-4e45-81e2-21e8a11ba221", "High", ""),
        alert(
            "Email reported by user as malware or phish",
            "b26a5770-0c38-434a-9380-3a3c2c27bbb3",
            "Low",
            "UserSubmission"),
        alert(
            "User requested to release a quarantined message",
            "34116cef-7761-4cdf-a30b-5aa944d93d74",
            "Informational",
            "QuarantineRequestReleaseMessage"),
        alert(
            "Unusual volume of external file sharing",
            "d0ec2b5e-b51e-4b83-a232-972d3971d370",
            "Medium",
            "ExternalFileSharing"),
        alert(
            "Potential Nation-State Activity",
            "3b3085a4-553a-4b61-bbf1-691fa4e0bf76",
            "High",
            "MSTICNationStateNotification"),
        alert(
                "Email reported by user as junk",
                "a0e277be-7157-4907-874e-93e7b5170657",
                "Low",
                "UserSubmission")
            .set("NotificationEnabled", false));
  }

  private static Row alert(String name, String id, String severity, String operation) {
    return Row.empty()
        .set("Guid", id)
        .set(
            "Identity",
            "Microsoft Exchange Hosted Organizations/"
                + DemoTenant.TENANT_ID
                + "/Configuration/"
                + name)
        .set("Name", name)
        .set("ImmutableId", id)
        .set("Disabled", false)
        .set("NotificationEnabled", true)
        .set("NotifyUser", List.of(ADMINISTRATORS))
        .set("Operation", operation.isEmpty() ? null : List.of(operation))
        .set("Severity", severity);
  }
}
