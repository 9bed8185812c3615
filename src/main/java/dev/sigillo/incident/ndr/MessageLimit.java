package dev.sigillo.incident.ndr;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A message's first bytes; a report stands before the message it returns. */
final class MessageLimit extends FilterInputStream {
  /** In bytes. */
  static final int LARGEST = 32 << 20;

  private long left = LARGEST;

  MessageLimit(InputStream in) {
    super(in);
  }

  /** Whether the message is longer than is read. */
  boolean reached() {
    return left <= 0;
  }

  @Override
  public int read() throws IOException {
    check();
    int b = in.read();
    left -= b < 0 ? 0 : 1;
    return b;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    check();
    int n = in.read(bytes, from, (int) Math.min(length, left));
    left -= Math.max(n, 0);
    return n;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void check() throws Reached {
    if (left <= 0) {
      throw new Reached();
    }
  }

  /** The message is longer. */
  static final class Reached extends IOException {
    private static final long serialVersionUID = 1L;

    Reached() {
      super("longer than is read");
    }
  }
}
