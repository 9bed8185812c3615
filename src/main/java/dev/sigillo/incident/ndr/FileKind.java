package dev.sigillo.incident.ndr;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What a file is, by its first bytes and not by its name. */
enum FileKind {
  MESSAGE,
  MBOX,
  ZIP,
  OUTLOOK,
  EMPTY,
  NONE;

  private static final int LOOK = 4_096;
  private static final Pattern FIELD =
      Pattern.compile("(?s)(?:\\s*\\R)?[!-9;-~]{1,80}[ \\t]?:(?!//).*");
  private static final String OLE = "\u00d0\u00cf\u0011\u00e0";

  /** Leaves the stream where it was, behind a byte-order mark. */
  static FileKind of(InputStream in) throws IOException {
    in.mark(LOOK);
    String start = new String(in.readNBytes(LOOK), StandardCharsets.ISO_8859_1);
    in.reset();
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      in.skipNBytes(3);
      start = start.substring(3);
    }
    if (start.isBlank()) {
      return EMPTY;
    }
    if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
      return ZIP;
    }
    if (start.startsWith(OLE)) {
      return OUTLOOK;
    }
    if (start.startsWith("From ")) {
      return MBOX;
    }
    return FIELD.matcher(start).matches() ? MESSAGE : NONE;
  }
}
