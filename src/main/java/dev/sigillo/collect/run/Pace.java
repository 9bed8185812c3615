package dev.sigillo.collect.run;

import java.time.Duration;

/**
 * How fast a workload may be asked.
 *
 * @param lanes questions under way at once, to begin with
 * @param most questions under way at once while the service has no objection
 * @param permits questions per period
 * @param period of the permits
 * @param pause before asking again the first time, where the service names no time; doubled each
 *     time
 * @param patience how long a question that the service puts off is asked again
 */
public record Pace(
    int lanes, int most, long permits, Duration period, Duration pause, Duration patience) {

  /** So many at once, and so many in a period; a question is asked again for half an hour. */
  public static Pace of(int lanes, long permits, Duration period) {
    return new Pace(lanes, lanes, permits, period, Duration.ofSeconds(1), Duration.ofMinutes(30));
  }

  /** The same, with more questions at once as long as the service answers. */
  public Pace upTo(int lanesAtMost) {
    return new Pace(lanes, lanesAtMost, permits, period, pause, patience);
  }

  /** The same, asking again for so long. */
  public Pace patient(Duration longest) {
    return new Pace(lanes, most, permits, period, pause, longest);
  }

  /** The same pace where time runs faster: for a tenant that is simulated. */
  public Pace faster(int factor) {
    return new Pace(
        lanes, most, permits, period.dividedBy(factor), pause.dividedBy(factor), patience);
  }
}
