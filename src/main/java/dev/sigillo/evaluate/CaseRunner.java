package dev.sigillo.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.Control;
import dev.sigillo.policy.Policy;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Runs the cases that stand beside controls, through the same engine as an audit. */
public final class CaseRunner {
  private static final Instant AS_OF = Instant.parse("2026-11-01T00:00:00Z");
  private static final ObjectMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder()
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                  .build())
          .addModule(new JavaTimeModule())
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private final Map<String, Evaluator> evaluators = new LinkedHashMap<>();
  private final Catalogue catalogue;
  private final RuleBases bases;

  /** Compiles a catalogue for its cases. */
  public CaseRunner(Catalogue catalogue) {
    this.catalogue = catalogue;
    catalogue.controls().forEach(EvidencePlan::of);
    this.bases = RuleBases.compile(catalogue);
  }

  /**
   * How a case ended.
   *
   * @param control the control
   * @param name the case
   * @param problem what is wrong with it; null when nothing is
   */
  public record Result(String control, String name, @Nullable String problem) {}

  /** What came out of a case. */
  record Observed(Outcome outcome, List<Finding> findings, List<Reason> reasons) {}

  /**
   * Runs a control's cases.
   *
   * @param control the control
   * @param file its {@code .cases.yaml}
   */
  public List<Result> run(Control control, Path file) {
    ControlCase.File cases;
    try {
      cases = read(file);
    } catch (RuleException e) {
      return List.of(new Result(control.id(), "(file)", e.getMessage()));
    }
    List<Result> results = new ArrayList<>();
    for (ControlCase one : cases.cases()) {
      String problem;
      try {
        problem = compare(one, observe(control, cases, one, datasets(cases, one)));
      } catch (RuntimeException e) {
        problem = e.getClass().getSimpleName() + ": " + e.getMessage();
      }
      results.add(new Result(control.id(), one.name(), problem));
    }
    return results;
  }

  /** Reads a file of cases strictly. */
  static ControlCase.File read(Path file) {
    try {
      ControlCase.File cases = YAML.readValue(Files.readString(file), ControlCase.File.class);
      if (cases == null || cases.cases() == null || cases.cases().isEmpty()) {
        throw new RuleException(file + ": has no cases");
      }
      return cases;
    } catch (JsonProcessingException e) {
      throw new RuleException(
          "%s:%d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage().lines().findFirst().orElse("")),
          e);
    } catch (IOException e) {
      throw new RuleException(file + ": cannot be read; a control needs cases beside it", e);
    }
  }

  /** The datasets of a case, those it shares with the file's others among them. */
  static Map<String, JsonNode> datasets(ControlCase.File file, ControlCase one) {
    Map<String, JsonNode> datasets = new LinkedHashMap<>(file.given());
    datasets.putAll(one.snapshot());
    return datasets;
  }

  /** Judges one control with the given datasets. */
  Observed observe(
      Control control, ControlCase.File file, ControlCase one, Map<String, JsonNode> datasets) {
    Instant end = file.asOf() == null ? AS_OF : file.asOf();
    Map<String, JsonNode> keys = new LinkedHashMap<>(file.policy());
    keys.putAll(one.policy());
    try (Snapshot snapshot = HandmadeSnapshot.of(header(end), datasets);
        Evaluation evaluation =
            evaluator(control)
                .judge(
                    new Request(
                        snapshot, policy(one.name(), keys), one.asOf(), 1, "", Progress.NONE))) {
      Bench.Judge judge = evaluation.judges().get(0);
      List<Finding> findings = new ArrayList<>();
      try (FindingSpool.Merge all = evaluation.spool().sorted()) {
        Iterator<Finding> own = Evaluator.of(control.id(), all);
        own.forEachRemaining(findings::add);
      }
      return new Observed(evaluation.judged(judge).outcome(), findings, judge.tally().reasons());
    }
  }

  /** The tenant of every case. */
  static ManifestHeader header(Instant end) {
    return new ManifestHeader(
        "",
        "00000000-0000-0000-0000-000000000001",
        "Contoso",
        "contoso.onmicrosoft.com",
        null,
        end,
        end);
  }

  private Evaluator evaluator(Control control) {
    return evaluators.computeIfAbsent(
        control.id(),
        id ->
            Evaluator.alone(
                new Catalogue(
                    catalogue.version(), catalogue.digest(), List.of(control), catalogue.rules()),
                bases));
  }

  private Policy policy(String name, Map<String, JsonNode> keys) {
    try {
      String text = keys.isEmpty() ? "{}" : YAML.writeValueAsString(keys);
      return PolicyLoader.parse(name, text, catalogue.controls());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a case's policy cannot be written as YAML", e);
    }
  }

  private static @Nullable String compare(ControlCase wanted, Observed observed) {
    if (wanted.outcome() != observed.outcome()) {
      return "outcome is %s, not %s; findings %s; reasons %s"
          .formatted(
              observed.outcome(),
              wanted.outcome(),
              observed.findings().stream().map(CaseRunner::say).toList(),
              observed.reasons());
    }
    if (wanted.findings() != null) {
      List<String> problems = new ArrayList<>();
      if (wanted.findings().size() != observed.findings().size()) {
        problems.add("number of findings");
      } else {
        for (int i = 0; i < wanted.findings().size(); i++) {
          ControlCase.Expected e = wanted.findings().get(i);
          Finding f = observed.findings().get(i);
          if (!e.subject().equals(f.subject())
              || !e.code().equals(f.code())
              || (e.observed() != null && !e.observed().equals(f.observed()))
              || (e.expected() != null && !e.expected().equals(f.expected()))) {
            problems.add("finding " + (i + 1));
          }
        }
      }
      if (!problems.isEmpty()) {
        return "%s differ; found %s"
            .formatted(problems, observed.findings().stream().map(CaseRunner::say).toList());
      }
    }
    if (wanted.unknown() != null) {
      List<String> codes = observed.reasons().stream().map(r -> r.code().name()).toList();
      if (!codes.equals(wanted.unknown())) {
        return "reasons are %s".formatted(observed.reasons());
      }
    }
    return null;
  }

  private static String say(Finding f) {
    return "{subject: %s, code: %s, observed: %s, expected: %s}"
        .formatted(f.subject(), f.code(), f.observed(), Objects.toString(f.expected()));
  }
}
