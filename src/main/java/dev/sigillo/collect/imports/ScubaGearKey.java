package dev.sigillo.collect.imports;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.util.List;

/**
 * Which key of ScubaGear's export holds which dataset, and which of its commands filled it.
 *
 * @param key key of the export
 * @param dataset what it becomes
 * @param product prefix of ScubaGear's lists of commands
 * @param commands names of the command, in one or another version of ScubaGear
 * @param shortage why the list may be short; empty when it is whole
 */
record ScubaGearKey(
    String key, Dataset dataset, List<String> product, List<String> commands, String shortage) {

  static final List<ScubaGearKey> ALL =
      List.of(
          exchange("transport_config", Dataset.TRANSPORT_CONFIG),
          exchange("org_config", Dataset.ORGANIZATION_CONFIG),
          exchange("remote_domains", Dataset.REMOTE_DOMAIN),
          exchange("accepted_domains", Dataset.ACCEPTED_DOMAIN),
          exchange("dkim_config", Dataset.DKIM_SIGNING_CONFIG),
          exchange("transport_rule", Dataset.TRANSPORT_RULE),
          exchange("inbound_connectors", Dataset.INBOUND_CONNECTOR),
          new ScubaGearKey(
              "outbound_connectors",
              Dataset.OUTBOUND_CONNECTOR,
              List.of("exo"),
              List.of("Get-OutboundConnector"),
              Note.CONNECTORS_LEFT_OUT.of(ScubaGearImport.SCUBAGEAR)),
          suite("admin_audit_log_config", Dataset.ADMIN_AUDIT_LOG_CONFIG),
          suite("protection_alerts", Dataset.PROTECTION_ALERT),
          suite("conn_filter", Dataset.CONNECTION_FILTER_POLICY),
          suite("anti_phish_policies", Dataset.ANTI_PHISH_POLICY),
          graph(
              "conditional_access_policies",
              Dataset.CONDITIONAL_ACCESS_POLICY,
              "IdentityConditionalAccessPolicy"),
          graph(
              "authorization_policies", Dataset.AUTHORIZATION_POLICY, "PolicyAuthorizationPolicy"),
          new ScubaGearKey(
              "risky_applications",
              Dataset.APP_REGISTRATION,
              List.of("aad", "entraid"),
              List.of("Get-ApplicationsWithRiskyPermissions"),
              Note.RISKY_APPLICATIONS_ONLY.of(ScubaGearImport.SCUBAGEAR)));

  private static ScubaGearKey exchange(String key, Dataset dataset) {
    return new ScubaGearKey(
        key, dataset, List.of("exo"), List.of(ExportFolder.command(dataset)), "");
  }

  private static ScubaGearKey suite(String key, Dataset dataset) {
    return new ScubaGearKey(
        key,
        dataset,
        List.of("securitysuite", "defender", "exo"),
        List.of(ExportFolder.command(dataset)),
        "");
  }

  private static ScubaGearKey graph(String key, Dataset dataset, String cmdlet) {
    return new ScubaGearKey(
        key,
        dataset,
        List.of("aad", "entraid"),
        List.of("Get-MgBeta" + cmdlet, "Get-Mg" + cmdlet),
        "");
  }
}
