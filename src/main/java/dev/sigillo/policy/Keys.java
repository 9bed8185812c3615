package dev.sigillo.policy;

import java.util.List;

/** The keys of a policy file, place by place, as the published schema has them too. */
final class Keys {
  static final List<String> POLICY =
      List.of(
          "extends",
          "failLevel",
          "minCoverage",
          "timeZone",
          "weights",
          "controls",
          "waivers",
          "inventory",
          "attestations",
          "emergencyAccounts",
          "engagement",
          "responses",
          "privacy");
  static final List<String> WEIGHTS = List.of("critical", "high", "medium", "low");
  static final List<String> SETTINGS = List.of("enabled", "severity", "reason", "parameters");
  static final List<String> WAIVER =
      List.of("control", "subject", "reason", "owner", "approver", "approvedOn", "expires");
  static final List<String> SENDER =
      List.of(
          "name",
          "kind",
          "owner",
          "mailbox",
          "appId",
          "connector",
          "spf",
          "dkimSelector",
          "ip",
          "credential",
          "server",
          "volumePerDay",
          "reviewedOn");
  static final List<String> CREDENTIAL = List.of("kind", "rotatedOn");
  static final List<String> ATTESTATION =
      List.of("control", "statement", "by", "on", "validUntil", "evidence");
  static final List<String> EMERGENCY_ACCOUNT = List.of("name", "id");
  static final List<String> ENGAGEMENT =
      List.of(
          "id",
          "type",
          "organisation",
          "tenantId",
          "period",
          "issued",
          "version",
          "status",
          "objectives",
          "exclusions",
          "auditor",
          "preparedFor",
          "classification",
          "distribution",
          "conclusion",
          "approvals");
  static final List<String> PERIOD = List.of("from", "to");
  static final List<String> EXCLUSION = List.of("what", "reason");
  static final List<String> AUDITOR = List.of("name", "organisation", "independence");
  static final List<String> APPROVAL = List.of("name", "role", "date");
  static final List<String> RESPONSE =
      List.of(
          "control",
          "subject",
          "decision",
          "rootCause",
          "action",
          "owner",
          "due",
          "status",
          "closedOn",
          "evidence");
  static final List<String> PRIVACY = List.of("basis", "reference", "validUntil", "retentionDays");

  /** What says which sender of the tenant an entry of the inventory is; it needs one of them. */
  static final List<String> IDENTITIES =
      List.of("mailbox", "appId", "connector", "spf", "dkimSelector", "ip", "server");

  private Keys() {}
}
