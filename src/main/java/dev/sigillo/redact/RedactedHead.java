package dev.sigillo.redact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.EvidenceEntry;
import dev.sigillo.assessment.Assessment.Population;
import dev.sigillo.assessment.Assessment.SnapshotInfo;
import dev.sigillo.assessment.ControlResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Everything of an assessment but its findings, without names. */
final class RedactedHead {
  private final Pseudonyms names;
  private final NameBook book;
  private final RedactedPolicy policy;
  private final RedactedWords words;

  RedactedHead(Pseudonyms names, NameBook book) {
    this.names = names;
    this.book = book;
    this.policy = new RedactedPolicy(names, book);
    this.words = new RedactedWords(names, book);
  }

  /** Takes in the names that fields hold, to find them in free text. */
  void learn(Assessment assessment) {
    RedactedPolicy.people(assessment.policy()).forEach(book::learn);
    for (ControlResult control : assessment.controls()) {
      if (Redaction.people(control.subjectKind())) {
        control.reasons().forEach(reason -> reason.examples().forEach(book::learn));
      }
    }
  }

  Assessment of(Assessment a) {
    return new Assessment(
        a.schemaVersion(),
        a.toolVersion(),
        true,
        a.asOf(),
        a.asOfExplicit(),
        snapshot(a.snapshot()),
        a.catalogue(),
        policy.of(a.policy()),
        a.population().stream().map(this::population).toList(),
        a.domains(),
        a.score(),
        a.deselected().stream()
            .map(
                d ->
                    new Assessment.Deselected(
                        d.id(), d.title(), d.severity(), policy.free(d.reason()), d.outcome()))
            .toList(),
        a.controls().stream().map(this::control).toList(),
        a.resultsDigest());
  }

  private SnapshotInfo snapshot(SnapshotInfo s) {
    return new SnapshotInfo(
        s.digest(),
        s.origin(),
        s.schemaVersion(),
        s.toolVersion(),
        s.tenantId(),
        s.tenantName(),
        s.initialDomain(),
        said(s.collectedBy()),
        s.start(),
        s.end(),
        s.hosts().stream()
            .map(h -> new Assessment.ReadHost(h.host(), names.text(h.issuer())))
            .toList(),
        s.rights(),
        s.settingsCoverage(),
        s.datasets().stream().map(this::dataset).toList());
  }

  private EvidenceEntry dataset(EvidenceEntry e) {
    return new EvidenceEntry(
        e.name(),
        e.origin(),
        said(e.source()),
        said(e.request()),
        e.status(),
        words.of(e.name(), e.reason()),
        e.rows(),
        e.covered(),
        e.total(),
        e.askedFrom(),
        e.askedTo(),
        e.servedFrom(),
        e.servedTo(),
        e.withheld(),
        e.requestIds(),
        e.sha256(),
        e.start(),
        e.end(),
        e.controls());
  }

  private Population population(Population p) {
    return new Population(
        p.what(),
        p.source(),
        p.count(),
        p.secondSource(),
        p.secondCount(),
        p.read(),
        p.noAnswer(),
        p.notAsked(),
        p.status(),
        words.of(p.source(), p.whyNot()));
  }

  private ControlResult control(ControlResult c) {
    boolean people = Redaction.people(c.subjectKind());
    Map<String, JsonNode> parameters = new TreeMap<>();
    c.parameters().forEach((name, value) -> parameters.put(name, parameter(name, value)));
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
        words.of(c.reasons(), people),
        parameters,
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        c.mappings(),
        c.codes(),
        c.references(),
        c.declared(),
        c.findingCount(),
        List.of());
  }

  private JsonNode parameter(String name, JsonNode value) {
    if (value.isTextual()) {
      return TextNode.valueOf(
          name.equals(RedactedPolicy.TRUSTEES)
              ? policy.trustee(value.asText())
              : names.keys(value.asText()));
    }
    if (value.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      value.forEach(entry -> array.add(parameter(name, entry)));
      return array;
    }
    return value;
  }

  private @Nullable String said(@Nullable String text) {
    return text == null ? null : book.in(names.text(text));
  }
}
