package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What holds for the whole rulebase; every problem in one message. */
class CatalogueTest {
  private static final Pattern NEGATED =
      Pattern.compile(
          "!\\s*\\$?[\\w.()]+\\.(is|isNot|in|notIn|has|lacks|above|atMost|below|isEmpty|notEmpty|isNull)\\(");
  private static final Pattern FORBIDDEN =
      Pattern.compile(
          "\\b(salience|modify|retract|delete|eval|agenda-group|update)\\b\\s*[({\\d\"]");

  private static Catalogue catalogue;
  private static CaseRunner runner;

  @BeforeAll
  static void compile() {
    catalogue = CatalogueLoader.folder(Path.of("rules"));
    runner = new CaseRunner(catalogue);
  }

  @Test
  void removing_a_listed_property_is_unknown_and_removing_another_changes_nothing() {
    List<String> problems = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      ControlCase.File file = CaseRunner.read(ControlCasesTest.cases(control));
      Set<String> neverMissed = new TreeSet<>();
      Set<String> missed = new TreeSet<>();
      for (ControlCase one : file.cases()) {
        if (one.outcome() == Outcome.PASS) {
          PropertyRemoval removal = new PropertyRemoval(runner, control, file, one);
          problems.addAll(removal.problems());
          neverMissed.addAll(removal.either());
          missed.addAll(removal.missed());
        }
      }
      neverMissed.removeAll(missed);
      neverMissed.forEach(name -> problems.add(control.id() + ": no case needs " + name));
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void every_control_has_the_cases_that_show_it() {
    List<String> problems = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      ControlCase.File file = CaseRunner.read(ControlCasesTest.cases(control));
      Set<Outcome> outcomes =
          file.cases().stream().map(ControlCase::outcome).collect(Collectors.toSet());
      EvidencePlan plan = EvidencePlan.of(control);
      boolean canBeUnknown = !plan.groups().isEmpty() || !plan.declarations().isEmpty();
      for (Outcome needed : List.of(Outcome.PASS, Outcome.FAIL, Outcome.NOT_ASSESSED)) {
        if (!outcomes.contains(needed) && (needed != Outcome.NOT_ASSESSED || canBeUnknown)) {
          problems.add(control.id() + ": no case that comes out " + needed);
        }
      }
      Set<String> fired = new TreeSet<>();
      Set<String> parameters = new TreeSet<>();
      for (ControlCase one : file.cases()) {
        runner.observe(control, file, one, CaseRunner.datasets(file, one)).findings().stream()
            .map(Finding::code)
            .forEach(fired::add);
        JsonNode values = one.policy().get("controls");
        if (values != null) {
          values
              .path(control.id())
              .path("parameters")
              .fieldNames()
              .forEachRemaining(parameters::add);
        }
      }
      if (!fired.equals(new TreeSet<>(control.findings().keySet()))) {
        problems.add(
            "%s: its cases fire %s of %s"
                .formatted(control.id(), fired, control.findings().keySet()));
      }
      if (!parameters.equals(new TreeSet<>(control.parameters().keySet()))) {
        problems.add(
            "%s: its cases change parameters %s of %s"
                .formatted(control.id(), parameters, control.parameters().keySet()));
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void parameters_are_used_and_rules_keep_to_the_style() {
    List<String> problems = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      String drl = Objects.requireNonNull(catalogue.rules().get(control.id()));
      for (String parameter : control.parameters().keySet()) {
        boolean window =
            control.evidence().stream()
                .flatMap(e -> Stream.concat(Stream.of(e), e.anyOf().stream().flatMap(List::stream)))
                .anyMatch(
                    e ->
                        parameter.equals(e.windowParameter())
                            || parameter.equals(e.ageParameter()));
        if (!drl.contains("\"" + parameter + "\"") && !window) {
          problems.add(control.id() + ": parameter '" + parameter + "' is not used");
        }
      }
      if (NEGATED.matcher(drl).find()) {
        problems.add(control.id() + ": negates a question to a setting");
      }
      if (FORBIDDEN.matcher(drl).find()) {
        problems.add(control.id() + ": uses something rules may not use");
      }
      if (!drl.contains("package rules." + control.area().id() + ";")) {
        problems.add(control.id() + ": package is not rules." + control.area().id());
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void titles_state_what_is_wanted_and_fit_a_line() {
    List<String> problems = new ArrayList<>();
    for (Control control : catalogue.controls()) {
      for (String title : List.of(control.title().en(), control.title().it())) {
        if (title.length() > 110 || title.startsWith("Ensure") || title.endsWith(".")) {
          problems.add(control.id() + ": " + title);
        }
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void every_item_of_the_prevention_checklist_has_a_control() {
    Set<String> covered = new TreeSet<>();
    catalogue.controls().forEach(control -> covered.addAll(control.mappings().checklist()));
    assertThat(covered)
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 7).mapToObj(String::valueOf).toList());
  }

  @Test
  void a_new_control_is_on_without_touching_a_policy() {
    Map<String, Control> all =
        catalogue.controls().stream().collect(Collectors.toMap(Control::id, c -> c));
    assertThat(all).hasSize(catalogue.controls().size());
  }
}
