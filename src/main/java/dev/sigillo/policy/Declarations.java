package dev.sigillo.policy;

import dev.sigillo.control.Control;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads what the organisation declares: waivers, inventory, attestations, emergency accounts. */
final class Declarations {
  private final Collection<String> controls;

  Declarations(Collection<Control> catalogue) {
    controls =
        catalogue.stream()
            .map(Control::id)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
  }

  /** A control's id, which must exist. */
  String control(YamlValue value) {
    return control(value, value.text());
  }

  /** The same, written at a place. */
  String control(YamlValue place, String written) {
    String id = written.toUpperCase(Locale.ROOT);
    if (!controls.contains(id)) {
      throw place.error(
          "there is no control '%s'%s; 'sigillo controls list' shows them",
          written, YamlValue.suggest(id, controls));
    }
    return id;
  }

  Waiver waiver(YamlValue value) {
    value.keys("control", "subject", "reason", "owner", "approver", "approvedOn", "expires");
    Waiver waiver =
        new Waiver(
            value.required("control", this::control),
            value.required("subject", YamlValue::text),
            value.required("reason", YamlValue::text),
            value.required("owner", YamlValue::text),
            value.required("approver", YamlValue::text),
            value.required("approvedOn", YamlValue::date),
            value.required("expires", YamlValue::date));
    if (waiver.expires().isBefore(waiver.approvedOn())) {
      throw value.error(
          "the waiver expires on %s, before it is approved on %s",
          waiver.expires(), waiver.approvedOn());
    }
    if (waiver.expires().isAfter(waiver.approvedOn().plusDays(Waiver.LONGEST_DAYS))) {
      throw value.error(
          "the waiver expires on %s; allowed: %s at the latest, %d days after its approval",
          waiver.expires(), waiver.approvedOn().plusDays(Waiver.LONGEST_DAYS), Waiver.LONGEST_DAYS);
    }
    if (waiver.approver().equalsIgnoreCase(waiver.owner())) {
      throw value.error(
          "'%s' both owns and approves the waiver; allowed: an approver other than the owner",
          waiver.owner());
    }
    return waiver;
  }

  Attestation attestation(YamlValue value) {
    value.keys("control", "statement", "by", "on", "validUntil", "evidence");
    Attestation attestation =
        new Attestation(
            value.required("control", this::control),
            value.required("statement", YamlValue::text),
            value.required("by", YamlValue::text),
            value.required("on", YamlValue::date),
            value.required("validUntil", YamlValue::date),
            value.optional("evidence", YamlValue::text));
    if (attestation.validUntil().isBefore(attestation.on())) {
      throw value.error(
          "the attestation is valid until %s, before it is given on %s",
          attestation.validUntil(), attestation.on());
    }
    return attestation;
  }

  InventoryEntry sender(YamlValue value) {
    value.keys(
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
    return new InventoryEntry(
        value.required("name", YamlValue::text),
        value.required("kind", v -> v.oneOf(InventoryEntry.Kind.class)),
        value.required("owner", YamlValue::text),
        value.optional("mailbox", YamlValue::text),
        value.optional("appId", YamlValue::text),
        value.optional("connector", YamlValue::text),
        value.optional("spf", YamlValue::text),
        value.optional("dkimSelector", YamlValue::text),
        value.optional("ip", YamlValue::text),
        value.optional("credential", Declarations::credential),
        value.optional("server", YamlValue::text),
        value.optional("volumePerDay", v -> v.integer(0, 1_000_000_000)),
        value.optional("reviewedOn", YamlValue::date));
  }

  private static InventoryEntry.Credential credential(YamlValue value) {
    value.keys("kind", "rotatedOn");
    return new InventoryEntry.Credential(
        value.required("kind", YamlValue::text), value.optional("rotatedOn", YamlValue::date));
  }

  static Policy.EmergencyAccount emergencyAccount(YamlValue value) {
    value.keys("name", "id");
    return new Policy.EmergencyAccount(
        value.required("name", YamlValue::text), value.required("id", YamlValue::text));
  }

  Response response(YamlValue value) {
    value.keys(
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
    return new Response(
        value.required("control", this::control),
        value.optional("subject", YamlValue::text),
        value.required("decision", v -> v.oneOf(Response.Decision.class)),
        value.optional("rootCause", YamlValue::text),
        value.optional("action", YamlValue::text),
        value.optional("owner", YamlValue::text),
        value.optional("due", YamlValue::date),
        value.optional("status", v -> v.oneOf(Response.ActionStatus.class)),
        value.optional("closedOn", YamlValue::date),
        value.optional("evidence", YamlValue::text));
  }

  static Privacy privacy(YamlValue value) {
    value.keys("basis", "reference", "validUntil", "retentionDays");
    Long days = value.optional("retentionDays", v -> v.integer(0, 36_500));
    return new Privacy(
        value.optional("basis", YamlValue::text),
        value.optional("reference", YamlValue::text),
        value.optional("validUntil", YamlValue::date),
        days == null ? null : (Integer) days.intValue());
  }

  static Engagement engagement(YamlValue value) {
    value.keys(
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
    return new Engagement(
        value.optional("id", YamlValue::text),
        value.optional("type", v -> v.oneOf(Engagement.Type.class)),
        value.optional("organisation", YamlValue::text),
        value.optional("tenantId", YamlValue::text),
        value.optional("period", Declarations::period),
        value.optional("issued", YamlValue::date),
        value.optional("version", YamlValue::text),
        value.optional("status", v -> v.oneOf(Engagement.DocumentStatus.class)),
        value.list("objectives", YamlValue::text),
        value.list("exclusions", Declarations::exclusion),
        value.optional("auditor", Declarations::auditor),
        value.optional("preparedFor", YamlValue::text),
        value.optional("classification", YamlValue::text),
        distribution(value),
        value.optional("conclusion", YamlValue::text),
        value.list("approvals", Declarations::approval));
  }

  /** One name or a list of names. */
  private static List<String> distribution(YamlValue engagement) {
    YamlValue value = engagement.get("distribution");
    if (value == null) {
      return List.of();
    }
    return value.isList() ? value.texts() : List.of(value.text());
  }

  private static Engagement.Period period(YamlValue value) {
    value.keys("from", "to");
    Engagement.Period period =
        new Engagement.Period(
            value.required("from", YamlValue::date), value.required("to", YamlValue::date));
    if (period.to().isBefore(period.from())) {
      throw value.error(
          "the period ends on %s, before it begins on %s", period.to(), period.from());
    }
    return period;
  }

  private static Engagement.Exclusion exclusion(YamlValue value) {
    value.keys("what", "reason");
    return new Engagement.Exclusion(
        value.required("what", YamlValue::text), value.required("reason", YamlValue::text));
  }

  private static Engagement.Auditor auditor(YamlValue value) {
    value.keys("name", "organisation", "independence");
    return new Engagement.Auditor(
        value.optional("name", YamlValue::text),
        value.optional("organisation", YamlValue::text),
        value.optional("independence", YamlValue::text));
  }

  private static Engagement.Approval approval(YamlValue value) {
    value.keys("name", "role", "date");
    return new Engagement.Approval(
        value.required("name", YamlValue::text),
        value.optional("role", YamlValue::text),
        value.optional("date", YamlValue::date));
  }
}
