package dev.sigillo.snapshot;

import org.jspecify.annotations.Nullable;

/**
 * Why a dataset says nothing about a mailbox or group, not even that there is nothing.
 *
 * @param kind whether it was asked
 * @param detail status and reason, in the service's words, when it was asked
 */
public record Unanswered(Kind kind, @Nullable String detail) {

  /** Nobody asked: the dataset has no line for the key, whatever the dataset's status. */
  public static final Unanswered NOT_ASKED = new Unanswered(Kind.NOT_ASKED, null);

  /** Whether it was asked. */
  public enum Kind {
    NOT_ASKED,
    NO_ANSWER
  }

  /** Asked, and not answered. */
  public static Unanswered noAnswer(String detail) {
    return new Unanswered(Kind.NO_ANSWER, detail);
  }
}
