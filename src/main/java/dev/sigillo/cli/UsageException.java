package dev.sigillo.cli;

/** Wrong usage that picocli cannot see: one sentence. */
final class UsageException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UsageException(String message) {
    super(message);
  }
}
