package dev.sigillo.incident.files;

import java.io.IOException;

/** A file that is not read; the message ends a sentence that begins with its name. */
public final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  /** Ends a sentence: what is wrong, and what is allowed. */
  public RefusedException(String rest) {
    super(rest);
  }
}
