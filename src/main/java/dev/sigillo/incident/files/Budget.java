package dev.sigillo.incident.files;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The bytes that one file may unpack to, all that it holds together. */
public final class Budget {
  private final long most;
  private long left;

  /** A budget of so many bytes. */
  public Budget(long most) {
    this.most = most;
    this.left = most;
  }

  /** An entry that spends from it; closing it closes nothing. */
  public InputStream of(InputStream entry) {
    return new FilterInputStream(entry) {
      @Override
      public int read() throws IOException {
        int b = in.read();
        spend(b < 0 ? 0 : 1);
        return b;
      }

      @Override
      public int read(byte[] bytes, int from, int length) throws IOException {
        int n = in.read(bytes, from, length);
        spend(Math.max(n, 0));
        return n;
      }

      @Override
      public void close() {}
    };
  }

  private void spend(int bytes) throws TooMuch {
    left -= bytes;
    if (left < 0) {
      throw new TooMuch("unpacks to more than %,d bytes".formatted(most));
    }
  }

  /** Ends the whole file, not only one entry. */
  public static final class TooMuch extends IOException {
    private static final long serialVersionUID = 1L;

    TooMuch(String message) {
      super(message);
    }
  }
}
