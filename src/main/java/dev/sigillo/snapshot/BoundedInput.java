package dev.sigillo.snapshot;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that refuses to yield more than was agreed. */
final class BoundedInput extends FilterInputStream {
  private final String complaint;
  private long left;

  BoundedInput(InputStream in, long limit, String complaint) {
    super(in);
    this.left = limit;
    this.complaint = complaint;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(n, 0));
    return n;
  }

  private void count(int n) {
    left -= n;
    if (left < 0) {
      throw new SnapshotException(complaint);
    }
  }
}
