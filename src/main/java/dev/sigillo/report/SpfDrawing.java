package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult.NodeState;
import dev.sigillo.assessment.DomainResult.SpfNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An SPF record with all that it includes, as a tree with what each part costs. */
final class SpfDrawing {
  /** Lookups and void lookups that RFC 7208 section 4.6.4 allows. */
  static final int LOOKUPS = 10;

  static final int VOID_LOOKUPS = 2;

  /** A drawing must fit on a page; what is left out is counted. */
  private static final int MOST_ROWS = 34;

  private static final int WIDTH = 511;
  private static final int ROW = 16;
  private static final int INDENT = 14;
  private static final int DEEPEST = 12;
  private static final int LOOKUP_COLUMN = 452;
  private static final int VOID_COLUMN = 505;
  private static final String INK = "#111827";
  private static final String SOFT = "#4B5563";

  private record Line(int depth, String text, int lookups, int voids, Tone tone, String remark) {}

  private final Words words;
  private final List<Line> lines = new ArrayList<>();
  private int left;

  private SpfDrawing(Words words) {
    this.words = words;
  }

  /** The tree below a record, and the record itself. */
  static SpfDrawing of(SpfNode tree, Words words) {
    SpfDrawing drawing = new SpfDrawing(words);
    drawing.node(tree, 0);
    return drawing;
  }

  /** Whether a count, if it is known, is above what is allowed. */
  static boolean exceeds(@Nullable Integer count, int limit) {
    return count != null && count > limit;
  }

  int height() {
    return ROW * (lines.size() + (left > 0 ? 2 : 1)) + 4;
  }

  private void node(SpfNode node, int depth) {
    boolean top = depth == 0;
    add(
        depth,
        top ? node.name() : node.term(),
        top ? node.lookups() : node.lookups() + 1,
        node.voidLookups(),
        tone(node.state()),
        node.state() == NodeState.PRESENT ? "" : words.say("spf.node." + node.state()));
    for (String term : node.terms()) {
      add(depth + 1, term, 1, 0, Tone.NEUTRAL, "");
    }
    for (SpfNode below : node.below()) {
      node(below, depth + 1);
    }
  }

  private void add(int depth, String text, int lookups, int voids, Tone tone, String remark) {
    if (lines.size() < MOST_ROWS) {
      lines.add(new Line(Math.min(depth, DEEPEST), text, lookups, voids, tone, remark));
    } else {
      left++;
    }
  }

  private static Tone tone(NodeState state) {
    return switch (state) {
      case PRESENT -> Tone.GOOD;
      case ABSENT, INVALID, LOOP -> Tone.BAD;
      case REPEATED, VARIABLE -> Tone.NEUTRAL;
      case UNKNOWN -> Tone.WARN;
    };
  }

  /** The tree in words, for those who hear it. */
  String alt() {
    List<String> said = new ArrayList<>();
    for (Line line : lines) {
      String remark = line.remark().isEmpty() ? "" : ", " + line.remark();
      String key = line.voids() > 0 ? "spf.drawing.line" : "spf.drawing.line.found";
      said.add(words.say(key, line.text(), line.lookups(), line.voids()) + remark);
    }
    if (left > 0) {
      said.add(words.say("spf.drawing.more", left));
    }
    return words.say("spf.drawing") + " " + String.join("; ", said) + ".";
  }

  /** The drawing. */
  String svg() {
    Svg svg = new Svg(words, WIDTH, height());
    svg.text(6, 11, 7.5, "bold", SOFT, "start", words.say("spf.drawing.term"));
    svg.text(LOOKUP_COLUMN, 11, 7.5, "bold", SOFT, "end", words.say("spf.drawing.lookups"));
    svg.text(VOID_COLUMN, 11, 7.5, "bold", SOFT, "end", words.say("spf.voids"));
    int y = ROW;
    for (int i = 0; i < lines.size(); i++) {
      line(svg, lines.get(i), i, y);
      y += ROW;
    }
    if (left > 0) {
      svg.text(6, y + 11, 8, "normal", SOFT, "start", words.say("spf.drawing.more", left));
    }
    return svg.end();
  }

  private void line(Svg svg, Line line, int index, int y) {
    if (index % 2 == 0) {
      svg.rect(0, y, WIDTH, ROW, "#F1F4F9", 0);
    }
    int x = 6 + INDENT * line.depth();
    if (line.depth() > 0) {
      svg.rect(x - INDENT + 3, y, 0.8, ROW / 2.0, "#9CA3AF", 0);
      svg.rect(x - INDENT + 3, y + ROW / 2.0, INDENT - 5.0, 0.8, "#9CA3AF", 0);
    }
    svg.rect(x, y + 4.5, 7, 7, line.tone().solid(), 2);
    String remark = line.remark().isEmpty() ? "" : "  " + line.remark();
    double room = LOOKUP_COLUMN - 50 - x - Typeface.SEMIBOLD.width(remark, 8);
    String text = Lines.single(Visible.text(line.text()), Typeface.TEXT, 8, room);
    boolean top = index == 0;
    svg.text(x + 11, y + 11, 8, top ? "bold" : "normal", INK, "start", text);
    Typeface face = top ? Typeface.BOLD : Typeface.TEXT;
    if (!remark.isEmpty()) {
      double after = x + 15 + face.width(text, 8);
      svg.text(after, y + 11, 8, "bold", line.tone().ink(), "start", remark.strip());
    }
    count(svg, LOOKUP_COLUMN, y, line.lookups(), top ? LOOKUPS : -1);
    if (top || line.voids() > 0) {
      count(svg, VOID_COLUMN, y, line.voids(), top ? VOID_LOOKUPS : -1);
    }
  }

  private void count(Svg svg, int x, int y, int count, int limit) {
    boolean over = limit >= 0 && count > limit;
    String text = limit < 0 ? words.number(count) : words.say("spf.of", words.number(count), limit);
    svg.text(
        x,
        y + 11,
        8,
        limit < 0 ? "normal" : "bold",
        over ? Tone.BAD.ink() : INK,
        "end",
        (over ? words.say("mark.FAIL") + " " : "") + text);
  }
}
