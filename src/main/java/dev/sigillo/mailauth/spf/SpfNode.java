package dev.sigillo.mailauth.spf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain's policy in the tree of includes and redirects.
 *
 * @param link how it is reached
 * @param place the term that leads here, in the record above; for the root the domain itself
 * @param domain whose policy it is; where {@link State#VARIABLE}, as published
 * @param state what is known of it
 * @param records the texts of its SPF records, the first 10; one unless something is wrong
 * @param recordCount how many there are
 * @param record the record, taken apart; absent unless there is exactly one
 * @param size what it takes in DNS; absent likewise
 * @param own terms of this record alone
 * @param total these and everything below, as the limits count them
 * @param children includes and redirects, in the order in which they are tried
 * @param problems of this record alone
 */
public record SpfNode(
    Link link,
    Place place,
    String domain,
    State state,
    List<String> records,
    int recordCount,
    @Nullable SpfRecord record,
    @Nullable RecordSize size,
    Lookups own,
    Lookups total,
    List<SpfNode> children,
    List<SpfProblem> problems) {

  public SpfNode {
    records = List.copyOf(records);
    children = List.copyOf(children);
    problems = List.copyOf(problems);
  }

  /** How a policy is reached. */
  public enum Link {
    ROOT,
    INCLUDE,
    REDIRECT
  }

  /** What is known of a policy. */
  public enum State {
    /** Published; see the records. */
    PRESENT,
    /** DNS says that there is none. */
    ABSENT,
    /** DNS did not answer. */
    UNKNOWN,
    /** Which domain it is depends on the client or the sender. */
    VARIABLE,
    /** It leads back to itself; not followed again. */
    LOOP,
    /** Shown elsewhere in the tree; it counts again all the same. */
    REPEATED,
    /** Not asked for, because the analysis had put as many questions as it may. */
    NOT_FOLLOWED
  }

  /**
   * What a policy costs when no mechanism matches (RFC 7208 section 4.6.4).
   *
   * @param terms terms that ask DNS, of 10 allowed
   * @param voids terms whose questions find nothing whatever the client's address is, of 2 allowed
   */
  public record Lookups(int terms, int voids) {
    static final Lookups NONE = new Lookups(0, 0);

    /** More than this is not counted; policies that repeat each other grow without end. */
    private static final int MOST = 1_000_000;

    Lookups plus(Lookups other) {
      return new Lookups(Math.min(MOST, terms + other.terms), Math.min(MOST, voids + other.voids));
    }
  }
}
