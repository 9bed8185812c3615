package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.policy.Engagement;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.Renderable;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** The first page: what this document is, and the result. */
public final class Cover implements CoverPage {
  private final Assessment assessment;
  private final Words words;
  private final Templates templates;

  Cover(Assessment assessment, Words words, Templates templates) {
    this.assessment = assessment;
    this.words = words;
    this.templates = templates;
  }

  /** Small line above the title. */
  @Override
  public String kicker() {
    return words.say("cover.kicker");
  }

  /** Title. */
  @Override
  public String title() {
    return words.say("title");
  }

  /** Organisation and tenant. */
  @Override
  public String organisation() {
    String domain = assessment.snapshot().initialDomain();
    String organisation = organisation(assessment, words);
    return Visible.text(
        domain == null ? organisation : words.say("cover.tenant", organisation, domain));
  }

  static String organisation(Assessment assessment, Words words) {
    String stated = assessment.policy().engagement().organisation();
    return stated != null ? stated : words.stated(assessment.snapshot().tenantName());
  }

  /** Date and document number. */
  @Override
  public String line() {
    return words.say(
        "cover.line",
        words.time(assessment.asOf(), ZoneId.of(assessment.policy().timeZone())),
        number(assessment));
  }

  /** A document number made of the digests: the same content, the same number. */
  static String number(Assessment assessment) {
    return "SIG-"
        + assessment.snapshot().digest().substring(0, 8)
        + "-"
        + assessment.resultsDigest().substring(0, 8);
  }

  /** The gauge. */
  @Override
  public Renderable picture() {
    return SimpleDataRenderer.getInstance(
        Svg.gauge(assessment, words).getBytes(StandardCharsets.UTF_8));
  }

  /** What the gauge shows. */
  @Override
  public String alt() {
    return Verdict.sentence(assessment, words);
  }

  /** Template of the table. */
  @Override
  public JasperReport layout() {
    return templates.get("table-pairs");
  }

  /** Headings of the table. */
  @Override
  public List<String> head() {
    return Row.head(List.of(words.say("cover.document"), words.say("value")), widths());
  }

  /** The document's particulars. */
  @Override
  public List<Row> rows() {
    Engagement e = assessment.policy().engagement();
    List<Row> rows = new ArrayList<>();
    rows.add(
        Row.of(
            words.say("cover.engagement"),
            assessment.policy().engagementStated()
                ? words.stated(e.id())
                : words.say("cover.no-engagement")));
    rows.add(Row.of(words.say("cover.version"), version(e)));
    rows.add(Row.of(words.say("cover.issued"), words.date(e.issued())));
    rows.add(Row.of(words.say("cover.classification"), words.stated(e.classification())));
    rows.add(Row.of(words.say("cover.auditor"), auditor(e)));
    rows.add(Row.of(words.say("cover.prepared-for"), words.stated(e.preparedFor())));
    rows.add(
        Row.of(words.say("cover.distribution"), words.stated(String.join(", ", e.distribution()))));
    rows.add(Row.of(words.say("cover.approvals"), approvals(e)));
    rows.add(
        Row.of(words.say("cover.origin"), words.say("origin." + assessment.snapshot().origin())));
    if (assessment.redacted()) {
      rows.add(Row.of(words.say("cover.names"), words.say("cover.names.redacted")));
    }
    rows.add(
        new Row()
            .add(words.say("cover.tenant-id"))
            .code(words.stated(assessment.snapshot().tenantId())));
    rows.add(
        new Row().add(words.say("cover.snapshot-digest")).code(assessment.snapshot().digest()));
    rows.add(new Row().add(words.say("cover.results-digest")).code(assessment.resultsDigest()));
    rows.add(
        Row.of(
            words.say("cover.tool"),
            words.say(
                "cover.tool.value",
                assessment.toolVersion(),
                assessment.catalogue().version(),
                assessment.policy().name())));
    return rows.stream().map(row -> row.in(widths())).toList();
  }

  private int[] widths() {
    return Templates.widths(layout());
  }

  private String version(Engagement e) {
    if (e.version() == null) {
      return e.status() == null
          ? words.say("not-stated")
          : words.say("cover.version.undated", words.say("status." + e.status()));
    }
    return e.status() == null
        ? words.say("cover.version.only", e.version())
        : words.say("cover.version.value", e.version(), words.say("status." + e.status()));
  }

  private String approvals(Engagement e) {
    return words.stated(
        String.join(
            "\n",
            e.approvals().stream()
                .map(
                    a ->
                        a.date() == null
                            ? words.say("cover.approval.open", who(a))
                            : words.say("cover.approval", who(a), words.date(a.date())))
                .toList()));
  }

  private static String who(Engagement.Approval approval) {
    return approval.role() == null ? approval.name() : approval.name() + ", " + approval.role();
  }

  private String auditor(Engagement e) {
    Engagement.Auditor auditor = e.auditor();
    if (auditor == null) {
      return words.say("not-stated");
    }
    return auditor.organisation() == null
        ? words.stated(auditor.name())
        : words.stated(auditor.name()) + ", " + auditor.organisation();
  }
}
