package dev.sigillo.policy;

import dev.sigillo.control.Control;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the organisation declares: waivers, inventory, attestations, emergency accounts. One
 * reader serves a whole chain of policies, so that nothing is declared twice.
 */
final class Declarations {
  private final Set<String> controls;
  private final Map<String, Place> waivers = new HashMap<>();
  private final Map<String, Place> senders = new HashMap<>();

  Declarations(Collection<Control> catalogue) {
    controls = catalogue.stream().map(Control::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** A control's id, which must exist. */
  String control(YamlValue value) {
    return control(value.place(), value.text());
  }

  /** The same, written as a key. */
  String control(Place place, String written) {
    String id = written.toUpperCase(Locale.ROOT);
    if (!controls.contains(id)) {
      throw place.error(
          "unknown control '%s'%s; allowed: the ids that 'sigillo controls list' shows",
          written, Spelling.suggest(id, controls));
    }
    return id;
  }

  Waiver waiver(YamlValue value) {
    value.keys(Keys.WAIVER);
    Place place = value.place();
    Waiver waiver =
        new Waiver(
            value.required("control", this::control),
            value.required("subject", YamlValue::text),
            value.required("reason", YamlValue::text),
            value.required("owner", YamlValue::text),
            value.required("approver", YamlValue::text),
            value.required("approvedOn", YamlValue::date),
            value.required("expires", YamlValue::date));
    LocalDate latest = waiver.approvedOn().plusDays(Waiver.LONGEST_DAYS);
    if (waiver.expires().isBefore(waiver.approvedOn()) || waiver.expires().isAfter(latest)) {
      throw place.error(
          "a waiver approved on %s expires on %s; allowed: from that day to %s, %d days later",
          waiver.approvedOn(), waiver.expires(), latest, Waiver.LONGEST_DAYS);
    }
    if (person(waiver.approver()).equals(person(waiver.owner()))) {
      throw place.error(
          "'%s' both owns and approves the waiver; allowed: an approver other than the owner",
          waiver.owner());
    }
    String key =
        "%s\n%s\n%s".formatted(waiver.control(), person(waiver.subject()), waiver.approvedOn());
    once(waivers, key, place, "the waiver of " + waiver.control() + " for this subject and day");
    return waiver;
  }

  private static String person(String name) {
    return name.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  private static void once(Map<String, Place> seen, String key, Place place, String what) {
    Place first = seen.putIfAbsent(key, place);
    if (first != null) {
      throw place.error(
          "%s stands in %s:%d already; allowed: once", what, first.file(), first.line());
    }
  }

  Attestation attestation(YamlValue value) {
    value.keys(Keys.ATTESTATION);
    Attestation attestation =
        new Attestation(
            value.required("control", this::control),
            value.required("statement", YamlValue::text),
            value.required("by", YamlValue::text),
            value.required("on", YamlValue::date),
            value.required("validUntil", YamlValue::date),
            value.optional("evidence", YamlValue::text));
    if (attestation.validUntil().isBefore(attestation.on())) {
      throw value
          .place()
          .error(
              "an attestation given on %s is valid until %s; allowed: that day or later",
              attestation.on(), attestation.validUntil());
    }
    return attestation;
  }

  InventoryEntry sender(YamlValue value) {
    value.keys(Keys.SENDER);
    Integer volume = value.optional("volumePerDay", v -> v.integer(0, 1_000_000_000));
    return sender(
        value.place(),
        new InventoryEntry(
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
            volume == null ? null : (Long) volume.longValue(),
            value.optional("reviewedOn", YamlValue::date)));
  }

  /** An entry of the inventory, from YAML or from a table. */
  InventoryEntry sender(Place place, InventoryEntry entry) {
    if (!identified(entry)) {
      throw place.error(
          "the sender '%s' has no identity; allowed: at least one of %s",
          entry.name(), Keys.IDENTITIES);
    }
    once(senders, person(entry.name()), place, "the sender '" + entry.name() + "'");
    return entry;
  }

  private static boolean identified(InventoryEntry entry) {
    for (@Nullable String identity :
        new @Nullable String[] {
          entry.mailbox(),
          entry.appId(),
          entry.connector(),
          entry.spf(),
          entry.dkimSelector(),
          entry.ip(),
          entry.server()
        }) {
      if (identity != null) {
        return true;
      }
    }
    return false;
  }

  private static InventoryEntry.Credential credential(YamlValue value) {
    for (YamlValue member : value.entries()) {
      if (!Keys.CREDENTIAL.contains(member.name())) {
        throw member
            .place()
            .error(
                "unknown key '%s' in 'credential', which never holds a secret; allowed: %s",
                member.name(), Keys.CREDENTIAL);
      }
    }
    return new InventoryEntry.Credential(
        value.required("kind", YamlValue::text), value.optional("rotatedOn", YamlValue::date));
  }

  static Policy.EmergencyAccount emergencyAccount(YamlValue value) {
    value.keys(Keys.EMERGENCY_ACCOUNT);
    return new Policy.EmergencyAccount(
        value.required("name", YamlValue::text), value.required("id", YamlValue::text));
  }

  Response response(YamlValue value) {
    value.keys(Keys.RESPONSE);
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
}
