package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.FindingSource;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Score;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import dev.sigillo.control.Mappings;
import dev.sigillo.control.Remediation;
import dev.sigillo.policy.Engagement;
import dev.sigillo.policy.Response;
import dev.sigillo.policy.Waiver;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Assessments in which every control of the catalogue fails. */
final class GivenResults {
  static final String DIGEST = "ab".repeat(32);
  static final Catalogue CATALOGUE = CatalogueLoader.folder(Path.of("rules"));

  private GivenResults() {}

  /** The catalogue's controls, failing; one that only shows a value has that for its command. */
  static List<ControlResult> failing(long bad) {
    return CATALOGUE.controls().stream()
        .map(c -> failing(c, runnable(c.remediation()), bad))
        .toList();
  }

  private static Remediation runnable(Remediation r) {
    String command = r.command() == null ? r.commandBefore() : r.command();
    return new Remediation(r.steps(), r.note(), r.commandBefore(), command);
  }

  static ControlResult failing(Control c, Remediation remediation, long bad) {
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.severity(),
        c.scope(),
        c.subjects(),
        Outcome.FAIL,
        0,
        bad,
        0,
        0,
        false,
        c.severity().weight(),
        "0",
        "0",
        List.of(),
        Map.of(),
        c.title(),
        c.rationale(),
        c.effect(),
        remediation,
        c.findings(),
        c.mappings(),
        c.codes(),
        c.references(),
        false,
        bad,
        List.of());
  }

  /** A control in no framework, with an open finding for each name; 50 of them are at hand. */
  static ControlResult with(Outcome outcome, String... subjects) {
    ControlResult c = failing(subjects.length).get(0);
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.catalogueSeverity(),
        c.scope(),
        c.subjectKind(),
        outcome,
        0,
        outcome == Outcome.FAIL ? subjects.length : 0,
        0,
        outcome == Outcome.NOT_ASSESSED ? 1 : 0,
        false,
        c.weight(),
        c.earned(),
        c.gain(),
        List.of(),
        Map.of(),
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        new Mappings(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
        c.codes(),
        c.references(),
        false,
        outcome == Outcome.FAIL ? subjects.length : 0,
        outcome == Outcome.FAIL
            ? Arrays.stream(subjects).limit(50).map(name -> finding(c, name, name, null)).toList()
            : List.of());
  }

  /** The same result with findings. */
  static ControlResult holding(ControlResult c, List<Finding> findings) {
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.catalogueSeverity(),
        c.scope(),
        c.subjectKind(),
        c.outcome(),
        c.good(),
        c.bad(),
        c.waived(),
        c.unknown(),
        c.listIncomplete(),
        c.weight(),
        c.earned(),
        c.gain(),
        c.reasons(),
        c.parameters(),
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        c.mappings(),
        c.codes(),
        c.references(),
        c.declared(),
        findings.size(),
        findings);
  }

  /** Two controls that are not assessed for the same reasons. */
  static Assessment unknown(Reason... reasons) {
    return unknown(dataset("exchange/Get-Mailbox", "LIVE"), reasons);
  }

  static Assessment unknown(Assessment.EvidenceEntry dataset, Reason... reasons) {
    List<ControlResult> controls =
        failing(1).stream().limit(2).map(c -> unknown(c, List.of(reasons))).toList();
    return assessment("Contoso", null, controls, List.of(), List.of(dataset));
  }

  private static ControlResult unknown(ControlResult c, List<Reason> reasons) {
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.catalogueSeverity(),
        c.scope(),
        c.subjectKind(),
        Outcome.NOT_ASSESSED,
        0,
        0,
        0,
        0,
        true,
        c.weight(),
        "0",
        "0",
        reasons,
        Map.of(),
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        c.mappings(),
        c.codes(),
        c.references(),
        false,
        0,
        List.of());
  }

  static Assessment.EvidenceEntry dataset(String name, String origin) {
    return new Assessment.EvidenceEntry(
        name, origin, null, null, "SKIPPED", null, 0, null, null, null, null, null, null, List.of(),
        List.of(), null, null, null, List.of());
  }

  /** One finding per control and name, whose key is the name too. */
  static FindingSource each(List<ControlResult> controls, List<String> names) {
    return each ->
        controls.forEach(
            control ->
                names.forEach(name -> each.accept(control, finding(control, name, name, null))));
  }

  static Finding finding(
      ControlResult control, String subject, String key, @Nullable Integer waiver) {
    return new Finding(
        control.id() + "-1f",
        subject,
        key,
        control.findingTexts().keySet().iterator().next(),
        subject,
        "expected",
        List.of(new Finding.Row("exchange/Get-Mailbox", 7, key)),
        waiver);
  }

  static Assessment assessment(@Nullable String tenantName, @Nullable String tenantId) {
    return assessment(tenantName, tenantId, List.of());
  }

  static Assessment assessment(
      @Nullable String tenantName, @Nullable String tenantId, List<ControlResult> controls) {
    return assessment(tenantName, tenantId, controls, List.of(), List.of());
  }

  /** With management's responses. */
  static Assessment answered(List<ControlResult> controls, List<Response> responses) {
    return assessment("Contoso", null, controls, responses, List.of());
  }

  private static Assessment assessment(
      @Nullable String tenantName,
      @Nullable String tenantId,
      List<ControlResult> controls,
      List<Response> responses,
      List<Assessment.EvidenceEntry> datasets) {
    Instant instant = Instant.parse("2026-11-01T00:00:00Z");
    Waiver waiver =
        new Waiver(
            "SENDERS-01",
            "*",
            "=accepted; for now",
            "owner",
            "approver",
            LocalDate.of(2026, 1, 1),
            LocalDate.of(2026, 12, 31));
    BigDecimal none = BigDecimal.ZERO;
    return new Assessment(
        Assessment.SCHEMA_VERSION,
        "0.1.0",
        false,
        instant,
        false,
        new Assessment.SnapshotInfo(
            DIGEST,
            "HANDMADE",
            1,
            "0.1.0",
            tenantId,
            tenantName,
            null,
            null,
            instant,
            instant,
            List.of(),
            List.of(),
            none,
            datasets),
        new Assessment.CatalogueInfo("1", DIGEST, controls.size(), List.of()),
        new Assessment.PolicyInfo(
            "default",
            List.of(),
            DIGEST,
            null,
            80,
            "UTC",
            Engagement.NONE,
            false,
            responses,
            null,
            List.of(),
            List.of(
                new Assessment.WaiverUse(waiver, Assessment.WaiverUse.State.LIVE, 1, 1, true, 60)),
            List.of(),
            List.of()),
        List.of(),
        List.of(),
        new Score(1, none, none, none, none, "E", false, none, null, "0", "0", "0", List.of()),
        List.of(),
        controls,
        DIGEST);
  }
}
