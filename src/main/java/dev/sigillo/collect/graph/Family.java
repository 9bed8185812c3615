package dev.sigillo.collect.graph;

import dev.sigillo.collect.run.Pace;
import java.time.Duration;

/**
 * Parts of Graph that count their questions together, and how fast each may be asked: a little
 * slower than Microsoft's limit, so that others can ask too.
 *
 * @see <a href="https://learn.microsoft.com/graph/throttling-limits">Throttling limits</a>
 */
enum Family {
  /** Users, groups, applications: 3,500 units in 10 s in the smallest tenant, a page costs 2. */
  DIRECTORY(8, 100, Duration.ofSeconds(1)),
  /** Lists of directory objects with their credentials: about 150 a minute. */
  CREDENTIALS(1, 1, Duration.ofMillis(430)),
  /** Sign-ins and registration reports: 5 in 10 s for an application and a tenant. */
  REPORTS(1, 1, Duration.ofMillis(2_100)),
  /** Conditional Access and Identity Protection: 1 a second for all who ask, no Retry-After. */
  PROTECTION(1, 1, Duration.ofMillis(1_050)),
  /** Message trace and its details: 100 in 5 min. */
  TRACES(1, 9, Duration.ofSeconds(30)),
  /** Mailboxes: 4 at once for each of them, and every question asks for others. */
  MAILBOXES(4, 100, Duration.ofSeconds(1), 16);

  private final int lanes;
  private final int most;
  private final int permits;
  private final Duration period;

  Family(int lanes, int permits, Duration period) {
    this(lanes, permits, period, lanes);
  }

  Family(int lanes, int permits, Duration period, int most) {
    this.lanes = lanes;
    this.most = most;
    this.permits = permits;
    this.period = period;
  }

  Pace pace() {
    return Pace.of(lanes, permits, period).upTo(most);
  }
}
