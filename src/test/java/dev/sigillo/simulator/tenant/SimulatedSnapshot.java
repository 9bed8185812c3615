package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.ServiceRefusal;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Projection;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a simulated tenant put straight into a snapshot, without servers and collector. */
final class SimulatedSnapshot {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectNode NONE = JSON.createObjectNode();

  /** Where the tenant-wide rows of Graph come from: a collection, or a single object. */
  private static final Map<Dataset, String> GRAPH =
      Map.of(
          Dataset.CONDITIONAL_ACCESS_POLICY, "identity/conditionalAccess/policies",
          Dataset.SECURITY_DEFAULTS, "policies/identitySecurityDefaultsEnforcementPolicy",
          Dataset.AUTHORIZATION_POLICY, "policies/authorizationPolicy",
          Dataset.ADMIN_CONSENT_REQUEST_POLICY, "policies/adminConsentRequestPolicy",
          Dataset.SERVICE_PRINCIPAL, "servicePrincipals",
          Dataset.APP_REGISTRATION, "applications",
          Dataset.DELEGATED_GRANT, "oauth2PermissionGrants",
          Dataset.ROLE_ASSIGNMENT, "roleManagement/directory/roleAssignments",
          Dataset.RISKY_USER, "identityProtection/riskyUsers",
          Dataset.SIGN_IN, "auditLogs/signIns");

  private static final List<String> RESOURCES =
      List.of("00000003-0000-0000-c000-000000000000", "00000002-0000-0ff1-ce00-000000000000");

  private final SimulatedTenant tenant;
  private final SnapshotWriter writer;
  private final Instant now;
  private final Set<String> cmdlets;
  private final Map<String, String> keyOfGuid = new HashMap<>();
  private final TreeSet<String> keys = new TreeSet<>();

  private SimulatedSnapshot(SimulatedTenant tenant, SnapshotWriter writer, Instant now) {
    this.tenant = tenant;
    this.writer = writer;
    this.now = now;
    cmdlets = Set.copyOf(tenant.applications().get(0).cmdlets());
  }

  /** Writes the snapshot of a scenario. */
  static void write(Scenario scenario, Path target, boolean logs) {
    SimulatedTenant tenant = scenario.tenant();
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      new SimulatedSnapshot(tenant, writer, scenario.now()).all(logs);
      writer.finish(
          new ManifestHeader(
              "0.1.0",
              tenant.tenantId(),
              tenant.displayName(),
              tenant.initialDomain(),
              "Sigillo (test)",
              scenario.now().minusSeconds(600),
              scenario.now()));
    }
  }

  private void all(boolean logs) {
    perMailbox(Dataset.MAILBOX, rows(tenant.cmdlet("Get-Mailbox", NONE)));
    perMailbox(Dataset.CAS_MAILBOX, rows(tenant.cmdlet("Get-CASMailbox", NONE)));
    perMailbox(Dataset.USER, rows(tenant.graph("users").orElseThrow()));
    perMailbox(
        Dataset.USER_REGISTRATION,
        rows(tenant.graph("reports/authenticationMethods/userRegistrationDetails").orElseThrow()));
    asked(Dataset.INBOX_RULE, key -> cmdlet("Get-InboxRule", "Mailbox", key, true));
    asked(
        Dataset.MESSAGE_RULE,
        key -> tenant.graph("users/" + key + "/mailFolders/inbox/messageRules").orElseThrow());
    asked(
        Dataset.MAILBOX_PERMISSION, key -> cmdlet("Get-MailboxPermission", "Identity", key, false));
    asked(
        Dataset.RECIPIENT_PERMISSION,
        key -> cmdlet("Get-RecipientPermission", "Identity", key, false));
    for (Dataset dataset : Dataset.values()) {
      if (dataset.keyed() == Dataset.Keyed.NO && !dataset.isTraffic()) {
        if (logs || !dataset.isLog()) {
          tenantWide(dataset);
        } else {
          writer.without(entry(dataset, Status.SKIPPED, "not asked for", null));
        }
      }
    }
    groups();
  }

  private void tenantWide(Dataset dataset) {
    String call = dataset.id().substring(dataset.id().indexOf('/') + 1);
    if (dataset.id().startsWith("exchange/") && !cmdlets.contains(call)) {
      writer.without(entry(dataset, Status.FORBIDDEN, "403", null));
      return;
    }
    Projection projection = Projection.of(dataset, false);
    DatasetWriter out = writer.dataset(dataset.id());
    List<ObjectNode> rows =
        switch (dataset) {
          case DNS_ANSWER -> new SimulatedDns(tenant, now).rows();
          case MTA_STS_POLICY -> policies();
          case APP_ROLE_ASSIGNMENT -> assignments();
          case OUTBOUND_CONNECTOR -> connectors();
          case AUDIT_EVENT -> events();
          case PROTECTION_ALERT -> rows(tenant.complianceCmdlet(call, NONE));
          default -> GRAPH.containsKey(dataset) ? graph(dataset) : rows(tenant.cmdlet(call, NONE));
        };
    rows.forEach(row -> out.row(projection.keep(row)));
    LogWindow window = dataset.isLog() ? window(dataset) : null;
    out.end(entry(dataset, Status.COMPLETE, null, window));
  }

  /** The unified audit log serves what was recorded since somebody switched it on. */
  private LogWindow window(Dataset dataset) {
    Instant from = now.minus(Duration.ofDays(90));
    Instant since = from;
    if (dataset == Dataset.AUDIT_EVENT) {
      JsonNode config = tenant.cmdlet("Get-AdminAuditLogConfig", NONE).get(0);
      since =
          OffsetDateTime.parse(config.path("UnifiedAuditLogFirstOptInDate").asText()).toInstant();
    }
    return new LogWindow(from, now, since.isAfter(from) ? since : from, now);
  }

  private List<ObjectNode> graph(Dataset dataset) {
    String path = GRAPH.getOrDefault(dataset, "");
    return tenant
        .graph(path)
        .map(SimulatedSnapshot::rows)
        .orElseGet(() -> List.of(tenant.graphObject(path).orElseThrow()));
  }

  private List<ObjectNode> assignments() {
    List<ObjectNode> all = new ArrayList<>();
    for (String resource : RESOURCES) {
      String path = "servicePrincipals(appId='" + resource + "')/appRoleAssignedTo";
      all.addAll(rows(tenant.graph(path).orElseThrow()));
    }
    return all;
  }

  private List<ObjectNode> connectors() {
    List<ObjectNode> all = new ArrayList<>(rows(tenant.cmdlet("Get-OutboundConnector", NONE)));
    ObjectNode scoped = NONE.deepCopy().put("IsTransportRuleScoped", true);
    all.addAll(rows(tenant.cmdlet("Get-OutboundConnector", scoped)));
    return all;
  }

  /** What happened stands in JSON inside the row. */
  private List<ObjectNode> events() {
    List<ObjectNode> events = new ArrayList<>();
    for (ObjectNode row : rows(tenant.cmdlet("Search-UnifiedAuditLog", NONE))) {
      try {
        JsonNode data = JSON.readTree(row.path("AuditData").asText());
        events.add(
            JSON.createObjectNode()
                .put("Id", data.path("Id").asText())
                .put("CreationDate", row.path("CreationDate").asText())
                .put("Operation", data.path("Operation").asText())
                .put("UserId", data.path("UserId").asText())
                .put("ObjectId", data.path("ObjectId").asText())
                .put("Parameters", parameters(data.path("Parameters"))));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return events;
  }

  private static String parameters(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(one -> texts.add(one.path("Name").asText() + "=" + one.path("Value").asText()));
    return String.join(";", texts);
  }

  private List<ObjectNode> policies() {
    List<ObjectNode> rows = new ArrayList<>();
    for (ObjectNode domain : rows(tenant.cmdlet("Get-AcceptedDomain", NONE))) {
      String name = domain.path("DomainName").asText();
      tenant
          .mtaStsPolicy(name)
          .ifPresent(
              body ->
                  rows.add(
                      JSON.createObjectNode()
                          .put("domain", name)
                          .put("url", "https://mta-sts." + name + "/.well-known/mta-sts.txt")
                          .put("status", "OK")
                          .put("httpStatus", 200)
                          .put("contentType", "text/plain")
                          .put("body", body)));
    }
    return rows;
  }

  private void perMailbox(Dataset dataset, List<ObjectNode> rows) {
    Projection projection = Projection.of(dataset, false);
    Map<String, ObjectNode> byKey = new TreeMap<>();
    for (ObjectNode row : rows) {
      String key = key(dataset, row);
      if (key != null) {
        byKey.put(key, projection.keep(row));
      }
    }
    if (dataset == Dataset.MAILBOX) {
      keys.addAll(byKey.keySet());
    }
    DatasetWriter out = writer.dataset(dataset.id());
    for (String key : keys) {
      ObjectNode row = byKey.get(key);
      if (row == null) {
        out.empty(key);
      } else {
        out.row(key, row);
      }
    }
    out.end(entry(dataset, Status.COMPLETE, null, null));
  }

  private @Nullable String key(Dataset dataset, ObjectNode row) {
    if (dataset == Dataset.MAILBOX) {
      String object = row.path("ExternalDirectoryObjectId").asText("");
      String key = object.isEmpty() ? row.path("ExchangeGuid").asText() : object;
      keyOfGuid.put(row.path("Guid").asText(), key);
      return key;
    }
    return dataset == Dataset.CAS_MAILBOX
        ? keyOfGuid.get(row.path("Guid").asText())
        : keys.contains(row.path("id").asText()) ? row.path("id").asText() : null;
  }

  private Rows cmdlet(String cmdlet, String parameter, String key, boolean hidden) {
    ObjectNode given = NONE.deepCopy().put(parameter, key);
    return tenant.cmdlet(cmdlet, hidden ? given.put("IncludeHidden", true) : given);
  }

  private void asked(Dataset dataset, Function<String, Rows> question) {
    Projection projection = Projection.of(dataset, false);
    DatasetWriter out = writer.dataset(dataset.id());
    for (String key : keys) {
      try {
        List<ObjectNode> rows = rows(question.apply(key));
        rows.forEach(row -> out.row(key, projection.keep(row)));
        if (rows.isEmpty()) {
          out.empty(key);
        }
      } catch (ServiceRefusal refused) {
        out.error(key, refused.status() + " " + refused.code());
      }
    }
    out.end(entry(dataset, Status.COMPLETE, null, null));
  }

  /** Members of the groups that outbound policies name, and of the groups among them. */
  private void groups() {
    TreeSet<String> open = new TreeSet<>();
    for (ObjectNode rule : rows(tenant.cmdlet("Get-HostedOutboundSpamFilterRule", NONE))) {
      rule.path("FromMemberOf").forEach(group -> open.add(group.asText().toLowerCase(Locale.ROOT)));
      rule.path("ExceptIfFromMemberOf")
          .forEach(group -> open.add(group.asText().toLowerCase(Locale.ROOT)));
    }
    Map<String, List<ObjectNode>> members = new TreeMap<>();
    Projection projection = Projection.of(Dataset.GROUP_MEMBER, false);
    while (!open.isEmpty()) {
      String group = open.pollFirst();
      List<ObjectNode> rows =
          rows(
              tenant.cmdlet("Get-DistributionGroupMember", NONE.deepCopy().put("Identity", group)));
      members.put(group, rows);
      for (ObjectNode row : rows) {
        String address = row.path("PrimarySmtpAddress").asText();
        if (row.path("RecipientType").asText().contains("Group") && !members.containsKey(address)) {
          open.add(address);
        }
      }
    }
    DatasetWriter out = writer.dataset(Dataset.GROUP_MEMBER.id());
    members.forEach(
        (group, rows) -> {
          rows.forEach(row -> out.row(group, projection.keep(row)));
          if (rows.isEmpty()) {
            out.empty(group);
          }
        });
    out.end(entry(Dataset.GROUP_MEMBER, Status.COMPLETE, null, null));
  }

  private static List<ObjectNode> rows(Rows rows) {
    List<ObjectNode> all = new ArrayList<>();
    for (long place = 0; place < rows.size(); place++) {
      all.add(rows.get(place));
    }
    return all;
  }

  private DatasetEntry entry(
      Dataset dataset, Status status, @Nullable String reason, @Nullable LogWindow window) {
    Long covered = dataset.keyed() == Dataset.Keyed.NO ? null : (long) keys.size();
    return new DatasetEntry(
        dataset.id(),
        Origin.SIMULATED,
        "test",
        dataset.id(),
        status,
        reason,
        0,
        null,
        covered,
        window,
        List.of(),
        List.of(),
        null,
        null,
        now.minusSeconds(300),
        now.minusSeconds(200));
  }
}
