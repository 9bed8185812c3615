package dev.sigillo.cli;

import dev.sigillo.incident.ndr.Bounce;
import dev.sigillo.incident.ndr.NdrTally;
import java.io.PrintWriter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A bounce for people: one line says who and why, those below it say the rest. */
final class NdrText {
  private NdrText() {}

  static void print(PrintWriter out, Bounce bounce) {
    String why = bounce.reason() == null ? or(bounce.action(), "unknown") : bounce.reason().id();
    out.println(
        "%-12s %-9s %s"
            .formatted(
                why,
                or(bounce.status(), "-"),
                Shown.words(or(bounce.recipient(), "(no recipient)"))));
    line(out, "action", bounce.action());
    line(out, "block list", list(bounce));
    line(out, "refused", bounce.clientIp());
    line(out, "answer", bounce.diagnosticCode());
    line(out, "by", bounce.remoteMta());
    line(out, "reported by", bounce.reportingMta());
    line(out, "written to", differs(bounce.originalRecipient(), bounce.recipient()));
    line(out, "message id", bounce.messageId());
    line(out, "time", bounce.time() == null ? null : bounce.time().toString());
    line(out, "file", bounce.file());
    out.println();
  }

  static String summary(NdrTally tally) {
    return String.format(
        Locale.ROOT,
        "%,d messages read, %,d delivery reports; %,d spam complaints; %,d files or messages refused.",
        tally.messages(),
        tally.reports(),
        tally.complaints(),
        tally.refused());
  }

  private static @Nullable String list(Bounce bounce) {
    String zone = bounce.blockListZone();
    String list = bounce.blockList();
    return list == null || zone == null || zone.equals(list) ? list : list + " (" + zone + ")";
  }

  private static @Nullable String differs(@Nullable String text, @Nullable String from) {
    return text == null || text.equalsIgnoreCase(from) ? null : text;
  }

  private static void line(PrintWriter out, String name, @Nullable String value) {
    if (value != null) {
      out.println("  %-12s %s".formatted(name, Shown.words(value)));
    }
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
