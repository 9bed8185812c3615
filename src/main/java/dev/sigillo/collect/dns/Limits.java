package dev.sigillo.collect.dns;

import java.time.Duration;

/**
 * How hard a question is asked.
 *
 * @param tries most messages with one question to one server, UDP and TCP of one try counting once
 * @param timeout how long one message is waited for
 * @param parallel most questions under way at once
 */
public record Limits(int tries, Duration timeout, int parallel) {

  /** What suits a resolver that looks things up on the other side of the world. */
  public static final Limits DEFAULT = new Limits(3, Duration.ofSeconds(4), 32);

  /** What suits a server on the same machine. */
  public static final Limits LOCAL = new Limits(3, Duration.ofMillis(1500), 32);
}
