package dev.sigillo.report;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a PowerShell script: CRLF, and the byte-order mark by which Windows PowerShell knows
 * UTF-8. Comments are line comments, which nothing but a line end leaves.
 */
final class ScriptLines {
  private static final int WIDTH = 96;
  private static final String NEW_LINE = "\r\n";

  private final Writer out;

  ScriptLines(OutputStream stream) throws IOException {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
    out.write('\uFEFF');
  }

  /** Code as it is, of one line or more. */
  void code(String code) throws IOException {
    for (String line : code.split("\r\n|\r|\n", -1)) {
      out.write(line);
      out.write(NEW_LINE);
    }
  }

  /** Code inside braces. Several lines stay at the margin: a here-string ends only there. */
  void inside(String code) throws IOException {
    code(code.indexOf('\n') < 0 ? "    " + code : code);
  }

  void blank() throws IOException {
    out.write(NEW_LINE);
  }

  /** A paragraph of our own or the catalogue's words, wrapped. */
  void comment(String text) throws IOException {
    StringBuilder line = new StringBuilder("#");
    for (String word : text.strip().split("\\s+", -1)) {
      if (line.length() > 1 && line.length() + word.length() >= WIDTH) {
        code(line.toString());
        line.setLength(1);
      }
      line.append(' ').append(Unseen.shown(word));
    }
    code(line.toString());
  }

  /**
   * A comment that holds foreign text. It is one line, and never begins with that text: what
   * follows a {@code #} can mean something to PowerShell ({@code #Requires}, a signature).
   */
  void remark(String label) throws IOException {
    code("# > " + Unseen.shown(label));
  }

  void flush() throws IOException {
    out.flush();
  }
}
