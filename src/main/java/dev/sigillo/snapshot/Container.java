package dev.sigillo.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** The files of a snapshot, whatever holds them. */
interface Container extends Closeable {

  /** Names of all files, with {@code /} between folders. */
  Set<String> names();

  /** Opens a file; what it yields is bounded. */
  InputStream open(String name) throws IOException;
}
