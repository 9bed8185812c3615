package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.Source;
import dev.sigillo.incident.dossier.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** The first page of a dossier: whose it is, what it comes to, and when. */
final class DossierCover implements CoverPage {
  private final Dossier dossier;
  private final Incident incident;
  private final Verdict verdict;
  private final Words words;
  private final Templates templates;

  DossierCover(Dossier dossier, Verdict verdict, Words words, Templates templates) {
    this.dossier = dossier;
    this.incident = dossier.incident();
    this.verdict = verdict;
    this.words = words;
    this.templates = templates;
  }

  @Override
  public String kicker() {
    return words.say("dossier.kicker");
  }

  @Override
  public String title() {
    return words.say("dossier.title");
  }

  @Override
  public String organisation() {
    String domain = dossier.initialDomain();
    String name = organisation(dossier, words);
    return Visible.text(domain == null ? name : words.say("cover.tenant", name, domain));
  }

  /** As the assessment's engagement, else the tenant, has it. */
  static String organisation(Dossier dossier, Words words) {
    Assessment assessment = dossier.assessment();
    return assessment == null
        ? words.stated(dossier.incident().source().tenantName())
        : Cover.organisation(assessment, words);
  }

  @Override
  public String line() {
    return words.say(
        "dossier.line", words.time(incident.source().end(), ZoneOffset.UTC), dossier.number());
  }

  @Override
  public Renderable picture() {
    Svg svg = new Svg(words, 511, 150);
    Tone tone = tone(verdict.kind());
    svg.rect(0, 0, 511, 150, tone.paper(), 6);
    svg.rect(0, 0, 5, 150, tone.solid(), 0);
    svg.text(22, 26, 9, "bold", tone.ink(), "start", words.say("dossier.verdict"));
    String text = words.say("dossier.verdict." + verdict.kind());
    double y = 48;
    for (String line : Lines.broken(text, Typeface.SEMIBOLD, 12.5, 465).split("\n", -1)) {
      svg.text(22, y, 12.5, "600", tone.ink(), "start", line.stripTrailing());
      y += 18;
    }
    return SimpleDataRenderer.getInstance(svg.end().getBytes(StandardCharsets.UTF_8));
  }

  private static Tone tone(Verdict.Kind kind) {
    return switch (kind) {
      case SHARED_POOL -> Tone.INFO;
      case SHARED_POOL_AND_SIGNS, OWN_ADDRESS -> Tone.BAD;
      case OTHER, UNCLEAR -> Tone.WARN;
    };
  }

  @Override
  public String alt() {
    return words.say("dossier.verdict." + verdict.kind());
  }

  @Override
  public JasperReport layout() {
    return templates.get("table-pairs");
  }

  @Override
  public List<String> head() {
    return Row.head(List.of(words.say("dossier.particulars"), words.say("value")), widths());
  }

  @Override
  public List<Row> rows() {
    Source source = incident.source();
    Assessment assessment = dossier.assessment();
    List<Row> rows = new ArrayList<>();
    rows.add(Row.of(words.say("dossier.organisation"), organisation(dossier, words)));
    rows.add(new Row().add(words.say("dossier.tenant")).code(words.stated(dossier.tenantId())));
    rows.add(Row.of(words.say("dossier.origin"), words.say("dossier.origin." + source.origin())));
    rows.add(Row.of(words.say("dossier.window"), window()));
    rows.add(Row.of(words.say("dossier.counts"), counts()));
    rows.add(new Row().add(words.say("dossier.snapshot")).code(source.digest()));
    rows.add(
        assessment == null
            ? Row.of(words.say("dossier.results"), words.say("dossier.no-assessment"))
            : new Row().add(words.say("dossier.results")).code(assessment.resultsDigest()));
    if (dossier.names().redacted()) {
      rows.add(Row.of(words.say("dossier.names"), words.say("dossier.names.redacted")));
    }
    rows.add(Row.of(words.say("dossier.tool"), dossier.tool()));
    return rows.stream().map(row -> row.in(widths())).toList();
  }

  private String window() {
    Failures failures = incident.failures();
    if (failures == null || failures.first() == null) {
      return words.say("dossier.window.none");
    }
    return words.say(
        "dossier.window.value",
        words.time(failures.first(), ZoneOffset.UTC),
        words.time(failures.last(), ZoneOffset.UTC));
  }

  private String counts() {
    Failures failures = incident.failures();
    return failures == null
        ? words.say("dossier.counts.none")
        : words.say("dossier.counts.value", failures.failed(), failures.blocked());
  }

  private int[] widths() {
    return Templates.widths(layout());
  }
}
