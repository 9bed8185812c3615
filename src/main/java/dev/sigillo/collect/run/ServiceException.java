package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Status;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A service did not answer a question: what it said instead. */
public final class ServiceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of refusal it was. */
  public enum Kind {
    /** The token was not accepted; a new one may be. */
    UNAUTHORIZED(false, Status.FORBIDDEN),
    /** The identity may not read this. */
    FORBIDDEN(false, Status.FORBIDDEN),
    /** The tenant's licences do not include this. */
    UNLICENSED(false, Status.UNLICENSED),
    /** What was asked about does not exist. */
    NOT_FOUND(false, Status.FAILED),
    /** The question was not understood. */
    BAD_REQUEST(false, Status.FAILED),
    /** The cursor of a list is no longer good: the list has to be asked again. */
    CURSOR_EXPIRED(false, Status.FAILED),
    /** Too many questions. */
    THROTTLED(true, Status.THROTTLED),
    /** The service is not available now. */
    UNAVAILABLE(true, Status.FAILED),
    /** The connection broke, or the answer was cut short or made no sense. */
    BROKEN(true, Status.FAILED);

    private final boolean again;
    private final Status status;

    Kind(boolean again, Status status) {
      this.again = again;
      this.status = status;
    }
  }

  private final Kind kind;
  private final transient @Nullable Duration retryAfter;

  /**
   * A refusal.
   *
   * @param message the service's own words, with its HTTP status, on one line
   * @param retryAfter how long the service asks to be left alone; null when it does not say
   */
  public ServiceException(Kind kind, String message, @Nullable Duration retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public ServiceException(Kind kind, String message) {
    this(kind, message, null);
  }

  public Kind kind() {
    return kind;
  }

  /** Whether asking again may help. */
  public boolean again() {
    return kind.again;
  }

  /** How a dataset ends that met this. */
  public Status status() {
    return kind.status;
  }

  /** How long the service asks to be left alone; null when it does not say. */
  public @Nullable Duration retryAfter() {
    return retryAfter;
  }

  /** The service's own words. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
