package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Control;
import dev.sigillo.control.Scope;
import dev.sigillo.evaluate.SubjectLister.Membership;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Subject;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes one property after the other out of a passing case. One that the control lists must make it
 * NOT_ASSESSED; any other must change nothing. One that only tells where recipients lead, or that
 * another can stand for, may do either, but must make some passing case NOT_ASSESSED.
 */
final class PropertyRemoval {
  private static final Tenant TENANT =
      new Tenant("", "", Instant.EPOCH, LocalDate.EPOCH, null, null, 0);

  private final CaseRunner runner;
  private final Control control;
  private final ControlCase.File file;
  private final ControlCase one;
  private final Map<String, JsonNode> datasets;
  private final Set<String> listed = new HashSet<>();
  private final Set<String> either = new TreeSet<>();
  private final Set<String> missed = new HashSet<>();
  private final Set<String> outsiders = new HashSet<>();
  private final List<String> problems = new ArrayList<>();

  PropertyRemoval(CaseRunner runner, Control control, ControlCase.File file, ControlCase one) {
    this.runner = runner;
    this.control = control;
    this.file = file;
    this.one = one;
    this.datasets = CaseRunner.datasets(file, one);
    for (EvidencePlan.Group group : EvidencePlan.of(control).groups()) {
      group.options().stream()
          .flatMap(List::stream)
          .forEach(
              need -> {
                for (PropertyPath path : need.paths()) {
                  String name = name(need.dataset().id(), path.toString());
                  listed.add(name);
                  if (need.forRecipients() || group.options().size() > 1) {
                    either.add(name);
                  }
                }
              });
    }
    findOutsiders();
  }

  /** What the control lists only to tell where recipients lead, or as one of alternatives. */
  Set<String> either() {
    return either;
  }

  /** Whatever made the case NOT_ASSESSED when it was taken out. */
  Set<String> missed() {
    return missed;
  }

  List<String> problems() {
    datasets.forEach(
        (name, content) -> {
          if (content.isArray()) {
            boolean keyed = Dataset.of(name).map(d -> d.keyed() != Dataset.Keyed.NO).orElse(false);
            for (int i = 0; i < content.size(); i++) {
              JsonNode row = keyed ? content.get(i).path("row") : content.get(i);
              if (row.isObject()) {
                boolean outsider =
                    outsiders.contains(
                        keyed ? content.get(i).path("key").asText() : name + "#" + i);
                remove(name, i, keyed, outsider, row, List.of());
              }
            }
          }
        });
    return problems;
  }

  private void remove(
      String dataset, int row, boolean keyed, boolean outsider, JsonNode node, List<String> path) {
    for (Map.Entry<String, JsonNode> property : node.properties()) {
      List<String> here = new ArrayList<>(path);
      here.add(property.getKey());
      if (property.getValue().isObject()) {
        remove(dataset, row, keyed, outsider, property.getValue(), here);
        continue;
      }
      Map<String, JsonNode> changed = new LinkedHashMap<>(datasets);
      JsonNode copy = Objects.requireNonNull(datasets.get(dataset)).deepCopy();
      JsonNode parent = keyed ? copy.get(row).get("row") : copy.get(row);
      for (String step : path) {
        parent = parent.get(step);
      }
      ((ObjectNode) parent).remove(property.getKey());
      changed.put(dataset, copy);
      String full = name(dataset, String.join(".", here));
      boolean needed = listed.contains(full);
      if (needed && outsider) {
        // Whether it matters depends on whether it decides that the row is no subject.
        continue;
      }
      Outcome outcome = runner.observe(control, file, one, changed).outcome();
      Outcome wanted = needed ? Outcome.NOT_ASSESSED : Outcome.PASS;
      if (outcome == Outcome.NOT_ASSESSED) {
        missed.add(full);
      }
      boolean mayPass = either.contains(full) && outcome == Outcome.PASS;
      if (outcome != wanted && !mayPass) {
        problems.add(
            "%s: case '%s': without %s of %s (row %d) it is %s, not %s"
                .formatted(
                    control.id(),
                    one.name(),
                    String.join(".", here),
                    dataset,
                    row + 1,
                    outcome,
                    wanted));
      }
    }
  }

  /** Rows that are surely not subjects of the control: nothing about them matters. */
  private void findOutsiders() {
    try (Snapshot snapshot =
        HandmadeSnapshot.of(CaseRunner.header(Instant.parse("2026-11-01T00:00:00Z")), datasets)) {
      if (control.scope() == Scope.MAILBOX) {
        mailboxes(snapshot);
      } else {
        rows(TenantFactsReader.read(snapshot));
      }
    }
  }

  private void mailboxes(Snapshot snapshot) {
    try (MailboxReader mailboxes = MailboxReader.open(snapshot)) {
      while (mailboxes.hasNext()) {
        Mailbox mailbox = mailboxes.next();
        if (SubjectLister.member(control.subjects(), mailbox) == Membership.NO) {
          outsiders.add(mailbox.key());
        }
      }
    }
  }

  /** A policy that applies to nobody, or a domain of another kind, is listed and is no subject. */
  private void rows(TenantFacts facts) {
    Dataset own = SubjectLister.rowsOf(control.subjects());
    if (own != null) {
      List<Subject> subjects = SubjectLister.list(control.subjects(), TENANT, facts, List.of());
      List<Fact> all = facts.facts().getOrDefault(own, List.of());
      for (int i = 0; i < all.size(); i++) {
        if (!subjects.contains(all.get(i))) {
          outsiders.add(own.id() + "#" + i);
        }
      }
    }
  }

  private static String name(String dataset, String path) {
    return dataset + "#" + path.toLowerCase(Locale.ROOT);
  }
}
