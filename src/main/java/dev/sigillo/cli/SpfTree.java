package dev.sigillo.cli;

import dev.sigillo.mailauth.spf.SpfNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tree of SPF includes and redirects, a line for each record, with what it costs. */
final class SpfTree {
  /** Lines shown; a policy can be made to have any number. */
  private static final int MOST = 200;

  private final Colours colours;
  private final List<String> lines = new ArrayList<>();

  private SpfTree(Colours colours) {
    this.colours = colours;
  }

  static List<String> lines(SpfNode root, Colours colours) {
    SpfTree tree = new SpfTree(colours);
    tree.add(root, "", "");
    return tree.lines;
  }

  private void add(SpfNode node, String first, String next) {
    if (lines.size() > MOST) {
      return;
    }
    if (lines.size() == MOST) {
      lines.add("… and more");
      return;
    }
    String name = node.link() == SpfNode.Link.ROOT ? node.domain() : node.place().term();
    lines.add(first + Shown.text(name) + colours.faint("  " + cost(node)));
    for (String record : node.records()) {
      String rest = node.children().isEmpty() ? "   " : "│  ";
      lines.add(next + rest + colours.faint(Shown.text(record)));
    }
    for (int i = 0; i < node.children().size(); i++) {
      boolean last = i == node.children().size() - 1;
      add(node.children().get(i), next + (last ? "└─ " : "├─ "), next + (last ? "   " : "│  "));
    }
  }

  private static String cost(SpfNode node) {
    int terms = node.total().terms();
    int voids = node.total().voids();
    return state(node.state())
        + (terms == 1 ? "1 lookup" : terms + " lookups")
        + (voids == 0 ? "" : ", " + voids + " void");
  }

  private static String state(SpfNode.State state) {
    return switch (state) {
      case PRESENT -> "";
      case ABSENT -> "no SPF record, ";
      case UNKNOWN -> "DNS did not answer, ";
      case VARIABLE -> "depends on the message, ";
      case LOOP, REPEATED, NOT_FOLLOWED ->
          state.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ", ";
    };
  }
}
