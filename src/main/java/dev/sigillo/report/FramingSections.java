package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.Assessment.EvidenceEntry;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.policy.Engagement;
import dev.sigillo.policy.Privacy;
import java.util.ArrayList;
import java.util.List;

/** What was audited, how, and what the result is worth: engagement, method, population. */
final class FramingSections {
  private final Content content;
  private final Words words;
  private final Assessment assessment;

  FramingSections(Content content) {
    this.content = content;
    this.words = content.words();
    this.assessment = content.assessment();
  }

  void write() {
    engagement();
    method();
    population();
  }

  private void engagement() {
    content.sectionWithLead("engagement");
    Engagement e = assessment.policy().engagement();
    if (!assessment.policy().engagementStated()) {
      content.callout(words.say("cover.no-engagement"));
    }
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of(
            words.say("engagement.type"),
            e.type() == null ? words.say("not-stated") : words.say("type." + e.type())));
    rows.add(
        Row.of(
            words.say("engagement.objectives"), words.stated(String.join("\n", e.objectives()))));
    rows.add(
        Row.of(
            words.say("engagement.period"),
            e.period() == null
                ? words.say("not-stated")
                : words.say(
                    "engagement.period.value",
                    words.date(e.period().from()),
                    words.date(e.period().to()))));
    rows.add(Row.of(words.say("engagement.scope"), scope()));
    rows.add(
        Row.of(
            words.say("engagement.exclusions"),
            e.exclusions().isEmpty()
                ? words.say("not-stated")
                : String.join(
                    "\n",
                    e.exclusions().stream().map(x -> x.what() + ": " + x.reason()).toList())));
    rows.add(Row.of(words.say("engagement.criteria"), criteria()));
    rows.add(
        new Row().add(words.say("engagement.policy-digest")).code(assessment.policy().digest()));
    rows.add(
        new Row()
            .add(words.say("engagement.catalogue-digest"))
            .code(assessment.catalogue().digest()));
    rows.add(
        Row.of(
            words.say("engagement.independence"),
            e.auditor() == null
                ? words.say("not-stated")
                : words.stated(e.auditor().independence())));
    content.pairs(rows);
    if (!new SummarySection(content).concludes()) {
      content.heading(words.say("summary.conclusion"));
      content.para(words.stated(e.conclusion()));
    }
    content.heading(words.say("engagement.approvals"));
    content.table(
        "four",
        List.of(words.say("name"), words.say("role"), words.say("date"), words.say("signature")),
        e.approvals().stream()
            .map(
                a ->
                    Row.of(
                        a.name(), words.stated(a.role()), words.date(a.date()), words.say("line")))
            .toList(),
        words.say("not-stated"));
  }

  private String scope() {
    return words.say(
        "engagement.scope.value",
        String.join(
            ", ",
            assessment.controls().stream()
                .map(ControlResult::area)
                .distinct()
                .sorted()
                .map(words::area)
                .toList()));
  }

  private String criteria() {
    Assessment.PolicyInfo policy = assessment.policy();
    Assessment.CatalogueInfo catalogue = assessment.catalogue();
    return policy.chain().isEmpty()
        ? words.say(
            "engagement.criteria.alone", policy.name(), catalogue.version(), catalogue.controls())
        : words.say(
            "engagement.criteria.value",
            policy.name(),
            String.join(", ", policy.chain()),
            catalogue.version(),
            catalogue.controls());
  }

  private void method() {
    content.sectionWithLead("method");
    content.heading(words.say("method.steps.title"));
    content.para(
        words.say("method.steps." + assessment.snapshot().origin())
            + " "
            + words.say("method.steps"));
    for (String part : List.of("outcomes", "severities", "formula", "point", "trust", "mappings")) {
      content.heading(words.say("method." + part + ".title"));
      content.para(words.say("method." + part));
    }
    content.heading(words.say("method.collection.title"));
    content.para(collection());
    rights();
    content.para(
        words.say(
            assessment.asOfExplicit() ? "method.as-of.chosen" : "method.as-of.end",
            words.time(assessment.asOf(), content.zone())));
    content.heading(words.say("method.logs.title"));
    content.table(
        "four",
        List.of(
            words.say("dataset"),
            words.say("status"),
            words.say("method.asked"),
            words.say("method.served")),
        assessment.snapshot().datasets().stream()
            .filter(d -> d.askedFrom() != null || d.servedFrom() != null)
            .map(this::window)
            .toList(),
        words.say("method.no-logs"));
    Privacy privacy = assessment.policy().privacy();
    content.heading(words.say("method.privacy.title"));
    content.para(
        privacy == null
            ? words.say("not-stated")
            : words.say(
                "method.privacy",
                words.stated(privacy.basis()),
                words.stated(privacy.reference()),
                words.date(privacy.validUntil()),
                words.stated(privacy.retentionDays())));
  }

  private String collection() {
    Assessment.SnapshotInfo snapshot = assessment.snapshot();
    String by = words.stated(snapshot.collectedBy());
    String start = words.time(snapshot.start(), content.zone());
    String end = words.time(snapshot.end(), content.zone());
    String origin = words.say("origin." + snapshot.origin());
    return start.equals(end)
        ? words.say("method.collection.once", by, end, origin)
        : words.say("method.collection", by, start, end, origin);
  }

  /** With what rights it was read, and who answered: only a collector knows. */
  private void rights() {
    Assessment.SnapshotInfo snapshot = assessment.snapshot();
    content.para(
        snapshot.rights().isEmpty()
            ? words.say("method.rights.unknown")
            : words.say("method.rights", String.join(", ", snapshot.rights())));
    if (snapshot.hosts().isEmpty()) {
      return;
    }
    content.para(words.say("method.hosts"));
    content.table(
        "pairs",
        List.of(words.say("method.host"), words.say("method.issuer")),
        snapshot.hosts().stream().map(h -> new Row().code(h.host()).add(h.issuer())).toList(),
        "");
  }

  private Row window(EvidenceEntry d) {
    return new Row()
        .code(d.name())
        .add(words.say("dataset." + d.status()))
        .add(
            words.time(d.askedFrom(), content.zone())
                + " – "
                + words.time(d.askedTo(), content.zone()))
        .add(
            words.time(d.servedFrom(), content.zone())
                + " – "
                + words.time(d.servedTo(), content.zone()));
  }

  private String whyNot(Assessment.Population p) {
    List<String> reasons = new ArrayList<>();
    String said = new Said(words).of(p.whyNot());
    if (!p.status().equals("COMPLETE") && (!p.status().equals("SKIPPED") || said.isEmpty())) {
      reasons.add(words.say("gap.DATASET." + p.status()));
    }
    if (p.noAnswer() != null && p.noAnswer() > 0) {
      reasons.add(words.say("population.noAnswer", p.noAnswer()));
    }
    if (p.notAsked() != null && p.notAsked() > 0) {
      reasons.add(words.say("population.notAsked", p.notAsked()));
    }
    if (!said.isEmpty()) {
      reasons.add(said);
    }
    return reasons.isEmpty() ? "–" : String.join("\n", reasons);
  }

  private void population() {
    content.sectionWithLead("population");
    List<Row> rows = new ArrayList<>();
    for (Assessment.Population p : assessment.population()) {
      String difference =
          p.count() == null || p.secondCount() == null
              ? "–"
              : words.number(p.secondCount())
                  + " ("
                  + words.number(p.secondCount() - p.count())
                  + ")";
      rows.add(
          new Row()
              .add(words.say("population." + p.what()))
              .code(p.source())
              .add(p.count() == null ? words.say("population.unknown") : words.number(p.count()))
              .add(difference)
              .add(p.read() == null ? "–" : words.number(p.read()))
              .add(whyNot(p)));
    }
    content.table(
        "population",
        List.of(
            words.say("population.what"),
            words.say("population.source"),
            words.say("population.count"),
            words.say("population.second"),
            words.say("population.read"),
            words.say("population.why")),
        rows,
        words.say("population.none"));
    content.para(
        words.say("population.coverage", words.decimal(assessment.snapshot().settingsCoverage())));
  }
}
