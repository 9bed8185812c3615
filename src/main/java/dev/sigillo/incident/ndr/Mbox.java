package dev.sigillo.incident.ndr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;

/**
 * The messages of an mbox (RFC 4155), one after the other. Of a message no more is kept than a
 * reader looks at; a quoted {@code >From } is given back as it was.
 */
final class Mbox {
  private static final Pattern DATED = Pattern.compile("\\d:\\d\\d.*\\d{4}");
  private static final byte[] FROM = {'F', 'r', 'o', 'm', ' '};

  private final InputStream in;
  private final byte[] line = new byte[1 << 16];
  private int length;
  private boolean lineStart = true;
  private boolean ended;
  private byte[] message = {};

  Mbox(InputStream in) throws IOException {
    this.in = in;
    readLine();
  }

  InputStream message() {
    return new ByteArrayInputStream(message);
  }

  /** Reads the next message; false at the end. */
  boolean next() throws IOException {
    if (ended) {
      return false;
    }
    skipSeparator();
    ByteArrayOutputStream out = new ByteArrayOutputStream(1 << 14);
    boolean blank = true;
    while (!ended && !(blank && lineStart && separates())) {
      if (out.size() <= MessageLimit.LARGEST) {
        int from = lineStart && quoted() ? 1 : 0;
        out.write(line, from, length - from);
      }
      blank = lineStart && isBlank();
      readLine();
    }
    message = out.toByteArray();
    return true;
  }

  private void skipSeparator() throws IOException {
    do {
      readLine();
    } while (!ended && !lineStart);
  }

  private boolean quoted() {
    int at = 0;
    while (at < length && line[at] == '>') {
      at++;
    }
    return at > 0 && startsWith(at);
  }

  private boolean startsWith(int at) {
    if (length - at < FROM.length) {
      return false;
    }
    for (int i = 0; i < FROM.length; i++) {
      if (line[at + i] != FROM[i]) {
        return false;
      }
    }
    return true;
  }

  /** {@code From } someone and a date, which ends in a year. */
  private boolean separates() {
    return startsWith(0)
        && DATED.matcher(new String(line, 0, Math.min(length, 500), ISO_8859_1).strip()).find();
  }

  private boolean isBlank() {
    return length == 1 || (length == 2 && line[0] == '\r');
  }

  /** A line, or a piece of one that is longer than the buffer. */
  private void readLine() throws IOException {
    lineStart = length == 0 || line[length - 1] == '\n';
    length = 0;
    int b;
    while (length < line.length && (b = in.read()) >= 0) {
      line[length++] = (byte) b;
      if (b == '\n') {
        break;
      }
    }
    ended = length == 0;
  }
}
