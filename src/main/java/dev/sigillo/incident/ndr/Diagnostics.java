package dev.sigillo.incident.ndr;

import java.util.List;
import java.util.regex.Pattern;

/** Finds the sentence that a refusing server said in what is said of a recipient. */
final class Diagnostics {
  /** In characters. */
  static final int LONGEST = 2_000;

  private static final Pattern SPOKEN =
      Pattern.compile("(?i)(?:said|returned|response|responded|<<<|>>>|error|reason)\\b?.{0,40}$");

  private Diagnostics() {}

  /** The line with a reply code and what continues it; empty when there is none. */
  static String line(String text) {
    List<String> lines = text.lines().toList();
    int best = -1;
    int score = 0;
    for (int i = 0; i < lines.size(); i++) {
      int s = score(lines.get(i));
      if (s > score) {
        best = i;
        score = s;
      }
    }
    return best < 0 ? "" : paragraph(lines, best);
  }

  private static int score(String line) {
    boolean reply = Patterns.hasReply(line);
    boolean status = Patterns.status(line) != null;
    return reply && status ? 3 : reply ? 2 : status ? 1 : 0;
  }

  /** With the line before it when that introduces it, up to an empty line. */
  private static String paragraph(List<String> lines, int at) {
    int from = at;
    while (from > 0 && at - from < 3 && introduces(lines.get(from - 1))) {
      from--;
    }
    StringBuilder out = new StringBuilder();
    for (int i = from; i < lines.size() && i < at + 8; i++) {
      String line = lines.get(i);
      if (line.isBlank() || (i > at && breaks(line))) {
        break;
      }
      out.append(line).append(' ');
    }
    return Lines.joined(out.toString(), LONGEST);
  }

  private static boolean introduces(String line) {
    String stripped = line.strip();
    return !stripped.isEmpty()
        && (stripped.endsWith(":") || SPOKEN.matcher(stripped).find())
        && !breaks(line);
  }

  private static boolean breaks(String line) {
    String stripped = line.strip();
    return stripped.startsWith("---")
        || stripped.startsWith("===")
        || stripped.startsWith("***")
        || stripped.startsWith("<<<")
        || stripped.startsWith(">>>");
  }
}
