package dev.sigillo.mailauth;

/** Somebody who knows what DNS said: a resolver, or a snapshot of what one answered. */
@FunctionalInterface
public interface Dns {
  /** The answer; a question that was never put has one too ({@link Failure#NOT_ASKED}). */
  Answer ask(Question question);
}
