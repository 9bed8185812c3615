package dev.sigillo.snapshot;

/** A snapshot or an export that cannot be used: file, place, what is wrong, what is allowed. */
public final class SnapshotException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SnapshotException(String message) {
    super(message);
  }

  public SnapshotException(String message, Throwable cause) {
    super(message, cause);
  }
}
