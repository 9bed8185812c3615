package dev.sigillo.incident.ndr;

import java.io.IOException;

/** A file or message that is not read; the message ends a sentence that begins with its name. */
final class RefusedException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedException(String rest) {
    super(rest);
  }
}
