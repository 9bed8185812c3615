package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/** Applications registered in this tenant, with their secrets and certificates. */
final class AppRegistrations {
  private AppRegistrations() {}

  static Answer answer() {
    return Answer.of(
        Dataset.APP_REGISTRATION,
        "GET /applications",
        registration(
            Applications.CRM, List.of(key("CRM 2025", "2025-03-03", "2027-03-03")), List.of()),
        registration(
            Applications.ERP, List.of(), List.of(key("CN=argo", "2026-02-10", "2027-02-10"))),
        registration(
            Applications.SCANNERS,
            List.of(),
            List.of(key("CN=scansioni", "2026-06-01", "2027-05-31"))),
        registration(
            Applications.AUDIT, List.of(), List.of(key("CN=sigillo", "2026-09-14", "2027-03-14"))),
        registration(
            "Migrazione 2022 (dismessa)",
            List.of(key("migrazione", "2022-01-10", "2024-01-10")),
            List.of()),
        registration(
            "Cruscotto vendite", List.of(key("powerbi", "2026-08-03", "2027-01-30")), List.of()));
  }

  private static Row registration(String name, List<Row> secrets, List<Row> certificates) {
    return Row.graph(Row.guid("application/" + name))
        .set("appId", Applications.appId(name))
        .set("displayName", name)
        .set("passwordCredentials", secrets.stream().map(Row::json).toList())
        .set("keyCredentials", certificates.stream().map(Row::json).toList());
  }

  private static Row key(String name, String from, String to) {
    return Row.empty()
        .set("keyId", Row.guid("key/" + name))
        .set("displayName", name)
        .set("startDateTime", from + "T08:00:00Z")
        .set("endDateTime", to + "T08:00:00Z");
  }
}
