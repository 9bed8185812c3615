package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.SimpleDataRenderer;
import org.jspecify.annotations.Nullable;

/** What flows down the pages, put together section by section. */
final class Content {
  /** Sections that begin a page; the others follow on where there is room. */
  private static final Set<String> MAIN =
      Set.of(
          "engagement",
          "checklist",
          "findings",
          "actions",
          "unknown",
          "register",
          "dossier.own",
          "dossier.evidence");

  /** A table of less than so many points is not divided between pages. */
  private static final int SHORT = 240;

  /** Room below which a section does not begin, in points. */
  private static final int SECTION = 200;

  private final List<Block> blocks = new ArrayList<>();
  private final @Nullable Assessment assessment;
  private final ZoneId zone;
  private final Words words;
  private final Templates templates;
  private final Room room = new Room();
  private int sections;
  private double height;

  /** For a report on an assessment. */
  Content(Assessment assessment, Words words, Templates templates) {
    this(assessment, ZoneId.of(assessment.policy().timeZone()), words, templates);
  }

  /** For a document that needs no assessment. */
  Content(@Nullable Assessment assessment, ZoneId zone, Words words, Templates templates) {
    this.assessment = assessment;
    this.zone = zone;
    this.words = words;
    this.templates = templates;
  }

  List<Block> blocks() {
    List<List<Integer>> rooms = room.rooms();
    return IntStream.range(0, blocks.size())
        .mapToObj(i -> blocks.get(i).with(rooms.get(i)))
        .toList();
  }

  Assessment assessment() {
    return Objects.requireNonNull(assessment, "the document has no assessment");
  }

  Words words() {
    return words;
  }

  /** Time zone of the document, in which the policy reads dates. */
  ZoneId zone() {
    return zone;
  }

  /** Nothing yet, with the same words: to measure on. */
  Content draft() {
    return new Content(assessment, zone, words, templates);
  }

  /** About how much paper everything takes, long tables aside; in points. */
  double height() {
    return height;
  }

  String say(String key, Object... values) {
    return words.say(key, values);
  }

  /** A numbered section on a page of its own, with a line that says what it is for. */
  Content sectionWithLead(String key) {
    return section(key).para(say(key + ".lead"));
  }

  /** A numbered section; a main one begins a page. */
  Content section(String key) {
    sections++;
    if (MAIN.contains(key)) {
      add("break", "");
    } else if (!blocks.isEmpty()) {
      add("space", "");
    }
    String title = Style.SECTION.lines(say(key));
    height += Style.SECTION.height(title) - SECTION;
    return add(
        new Block(
            "section",
            title,
            say("section", sections),
            null,
            List.of(),
            List.of(),
            null,
            "",
            List.of()),
        SECTION,
        true);
  }

  Content heading(String text) {
    return add(Style.HEADING, text);
  }

  Content label(String text) {
    return add(Style.LABEL, text);
  }

  /** What follows begins a page. */
  Content page() {
    return add("break", "");
  }

  /** Keeps on one page what is added by this, but for what follows a long table. */
  void together(Runnable additions) {
    room.begin();
    additions.run();
    room.end();
  }

  Content lead(String text) {
    return add(Style.LEAD, text);
  }

  Content para(String text) {
    return add(Style.PARA, text);
  }

  Content small(String text) {
    return add(Style.SMALL, text);
  }

  Content code(String text) {
    return add(Style.CODE, text);
  }

  Content command(String text) {
    return add(Style.COMMAND, text);
  }

  Content callout(String text) {
    return add(Style.CALLOUT, text);
  }

  /** A table; an empty one says why instead. A short one stays on one page. */
  Content table(String layout, List<String> head, List<Row> rows, String whenEmpty) {
    if (rows.isEmpty()) {
      return para(whenEmpty);
    }
    JasperReport template = templates.get("table-" + layout);
    int[] widths = Templates.widths(template);
    List<Row> broken = rows.stream().map(r -> r.in(widths)).toList();
    double height = Row.HEAD + broken.stream().mapToDouble(Row::height).sum();
    boolean whole = height < SHORT;
    add(
        new Block(
            whole ? "short" : "table",
            "",
            "",
            template,
            Row.head(head, widths),
            broken,
            null,
            "",
            List.of()),
        whole ? height : Row.HEAD + broken.stream().limit(2).mapToDouble(Row::height).sum(),
        false);
    if (!whole) {
      room.end();
    }
    return gap();
  }

  /** Names and values. */
  Content pairs(List<Row> rows) {
    return table("pairs", List.of(say("what"), say("value")), rows, "");
  }

  /** A drawing and its height in points, with what it shows in words; left out without any. */
  Content picture(String svg, String alt, double height) {
    if (alt.isBlank()) {
      return this;
    }
    return add(
        new Block(
            "picture",
            "",
            "",
            null,
            List.of(),
            List.of(),
            SimpleDataRenderer.getInstance(svg.getBytes(StandardCharsets.UTF_8)),
            Visible.text(alt),
            List.of()),
        height,
        false);
  }

  private Content gap() {
    return add("gap", "");
  }

  private Content add(Style style, String text) {
    String lines = style.lines(text);
    return add(
        new Block(style.band(), lines, "", null, List.of(), List.of(), null, "", List.of()),
        style.height(lines),
        style.heads());
  }

  private Content add(String type, String text) {
    return add(
        new Block(type, text, "", null, List.of(), List.of(), null, "", List.of()), 0, false);
  }

  private Content add(Block block, double needed, boolean glued) {
    blocks.add(block);
    room.add(needed, glued);
    height += needed;
    return this;
  }
}
