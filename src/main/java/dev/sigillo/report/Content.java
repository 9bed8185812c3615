package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.sf.jasperreports.renderers.SimpleDataRenderer;

/** What flows down the pages, put together section by section. */
final class Content {
  private final List<Block> blocks = new ArrayList<>();
  private final Assessment assessment;
  private final Words words;
  private final Templates templates;
  private Block.Place place = Block.Place.TOP;
  private int sections;

  Content(Assessment assessment, Words words, Templates templates) {
    this.assessment = assessment;
    this.words = words;
    this.templates = templates;
  }

  List<Block> blocks() {
    return List.copyOf(blocks);
  }

  Assessment assessment() {
    return assessment;
  }

  Words words() {
    return words;
  }

  /** Time zone in which the policy reads dates. */
  ZoneId zone() {
    return ZoneId.of(assessment.policy().timeZone());
  }

  String say(String key, Object... values) {
    return words.say(key, values);
  }

  /** A numbered section on a page of its own, with a line that says what it is for. */
  Content sectionWithLead(String key) {
    return section(key).add("para", say(key + ".lead"));
  }

  /** A numbered section on a page of its own. */
  Content section(String key) {
    sections++;
    place = place.section();
    if (!blocks.isEmpty()) {
      add("break", "");
    }
    blocks.add(
        new Block(
            "section",
            say(key),
            say("section", sections),
            null,
            List.of(),
            List.of(),
            null,
            "",
            place));
    return this;
  }

  Content heading(String text) {
    place = place.heading(text);
    return this;
  }

  Content label(String text) {
    place = place.label(text);
    return this;
  }

  Content lead(String text) {
    return add("lead", text);
  }

  Content para(String text) {
    return add("para", text);
  }

  Content small(String text) {
    return add("small", text);
  }

  Content code(String text) {
    return add("code", text);
  }

  Content command(String text) {
    return add("command", text);
  }

  Content callout(String text) {
    return add("callout", text);
  }

  /** A table; an empty one says why instead. */
  Content table(String layout, List<String> head, List<Row> rows, String whenEmpty) {
    if (rows.isEmpty()) {
      return para(whenEmpty);
    }
    blocks.add(
        new Block("table", "", "", templates.get("table-" + layout), head, rows, null, "", place));
    return add("gap", "");
  }

  /** Names and values. */
  Content pairs(List<Row> rows) {
    return table("pairs", List.of(say("what"), say("value")), rows, "");
  }

  /** A drawing, with what it shows in words. */
  Content picture(String svg, String alt) {
    blocks.add(
        new Block(
            "picture",
            "",
            "",
            null,
            List.of(),
            List.of(),
            SimpleDataRenderer.getInstance(svg.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
            alt,
            place));
    return this;
  }

  private Content add(String type, String text) {
    blocks.add(new Block(type, text, "", null, List.of(), List.of(), null, "", place));
    return this;
  }
}
