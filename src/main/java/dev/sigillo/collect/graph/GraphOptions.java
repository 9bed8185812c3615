package dev.sigillo.collect.graph;

import dev.sigillo.snapshot.PersonalText;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What is read of Graph besides settings.
 *
 * @param now end of all logs
 * @param logs how far back sign-ins are read; zero for none, and no message traces either
 * @param traces how far back message traces are read, of messages that failed
 * @param details of how many traces the details are read
 * @param texts words of or about people that are asked for too
 */
public record GraphOptions(
    Instant now, Duration logs, Duration traces, int details, Set<PersonalText> texts) {

  public GraphOptions {
    texts = Set.copyOf(texts);
  }

  /** Settings only. */
  public static GraphOptions settings(Instant now) {
    return new GraphOptions(now, Duration.ZERO, Duration.ofDays(2), 0, Set.of());
  }

  boolean withLogs() {
    return !logs.isZero();
  }
}
