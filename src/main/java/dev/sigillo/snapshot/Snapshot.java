package dev.sigillo.snapshot;

import java.io.Closeable;
import java.util.Iterator;

/** A tenant's evidence, opened for reading after every digest was checked. */
public interface Snapshot extends Closeable {

  /** What it holds. */
  Manifest manifest();

  /** SHA-256 of the manifest, lower-case hexadecimal: names this snapshot. */
  String digest();

  /**
   * The lines of a dataset in file order, read as a stream; none for a dataset without a file.
   * Keyed datasets are sorted by key.
   */
  Lines lines(String dataset);

  @Override
  void close();

  /** A stream of lines that holds a file open. */
  interface Lines extends Iterator<Line>, AutoCloseable {
    @Override
    void close();
  }
}
