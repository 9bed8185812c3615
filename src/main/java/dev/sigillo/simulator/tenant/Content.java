package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Fault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What a tenant holds, in the making: rows by the call that lists them, mailboxes, DNS, and what
 * the truth about it is. Nothing changes once {@link ContentTenant} plays it.
 */
final class Content {
  /** Where {@code Get-…} of Security and Compliance stand among the rows of Exchange. */
  static final String COMPLIANCE = "compliance/";

  final Org org;
  final Directory directory;
  final Zones zones = new Zones();
  final Expectations truth = new Expectations();
  final List<Application> applications = new ArrayList<>();
  final List<Fault> faults = new ArrayList<>();
  final Map<String, String> mtaStsPolicies = new HashMap<>();

  /** Whether the organisation keeps no records of its own. */
  boolean undeclared;

  /** Whether its records are those of {@code outdated.policy.yaml}. */
  boolean outdated;

  /** Mailboxes from which something forwards outside, whatever stops it. */
  final List<String> forwarders = new ArrayList<>();

  private final Map<String, List<Row>> listings = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, Row> objects = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  Content(Org org, Directory directory) {
    this.org = org;
    this.directory = directory;
  }

  /** The mailboxes, where misconfigurations can take some. */
  ComputedDirectory computed() {
    if (directory instanceof ComputedDirectory computed) {
      return computed;
    }
    throw new ScenarioException(
        "misconfigurations of mailboxes need a tenant that is computed; allowed: tenant: clean");
  }

  /** The tenant as a subject of findings. */
  String tenant() {
    return org.initial();
  }

  /** The address that alerts and notifications go to. */
  String security() {
    return "sicurezza.it@" + org.domain();
  }

  /** Adds rows to what a call lists: a cmdlet, or a path of Graph. */
  Content list(String call, Row... rows) {
    listings.computeIfAbsent(call, k -> new ArrayList<>()).addAll(List.of(rows));
    return this;
  }

  /** Adds rows to what a call lists. */
  Content list(String call, List<Row> rows) {
    return list(call, rows.toArray(Row[]::new));
  }

  /** A single object of Graph. */
  Content object(String path, Row row) {
    objects.put(path, row);
    return this;
  }

  /** Rows of a call, to be changed; an empty list when nothing lists there. */
  List<Row> rows(String call) {
    return listings.getOrDefault(call, List.of());
  }

  /** Takes rows away from what a call lists. */
  void remove(String call, Predicate<Row> which) {
    rows(call).removeIf(which);
  }

  boolean lists(String call) {
    return listings.containsKey(call);
  }

  /** The one row of a call that is so. */
  Row row(String call, Predicate<Row> which) {
    return rows(call).stream()
        .filter(which)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException(call + " has no such row"));
  }

  /** The first row of a call. */
  Row first(String call) {
    return row(call, row -> true);
  }

  /** The row of a name. */
  Row named(String call, String name) {
    return row(call, row -> row.text("Name").equals(name) || row.text("displayName").equals(name));
  }

  Map<String, Row> objects() {
    return objects;
  }

  Map<String, List<Row>> listings() {
    return listings;
  }
}
