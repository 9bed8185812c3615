package dev.sigillo.mailauth;

import java.util.List;

/** What DNS said to one question, aliases followed. */
public sealed interface Answer {

  /**
   * Records of the type asked for.
   *
   * @param records the data of each, in presentation form (RFC 1035 section 5.1), in the order of
   *     the answer; at least one
   * @param aliases names the question was led to, in order; the last one holds the records
   * @param authenticated whether the resolver validated the answer with DNSSEC (AD bit)
   */
  record Found(List<String> records, List<String> aliases, boolean authenticated)
      implements Answer {
    public Found {
      records = List.copyOf(records);
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * The name exists, without records of this type.
   *
   * @param aliases names the question was led to
   * @param authenticated as in {@link Found}
   */
  record NoData(List<String> aliases, boolean authenticated) implements Answer {
    public NoData {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * The name, or the one its aliases lead to, does not exist (NXDOMAIN, RFC 8020).
   *
   * @param aliases names the question was led to
   * @param authenticated as in {@link Found}
   */
  record NoSuchName(List<String> aliases, boolean authenticated) implements Answer {
    public NoSuchName {
      aliases = List.copyOf(aliases);
    }
  }

  /**
   * No answer: nothing is known.
   *
   * @param failure why
   * @param detail what is known of it, such as the server asked; may be empty
   */
  record Failed(Failure failure, String detail) implements Answer {}

  /** The records, empty unless some were found. */
  default List<String> found() {
    return this instanceof Found found ? found.records() : List.of();
  }

  /** Whether DNS answered, if only to say that there is nothing: RFC 7208's "void". */
  default boolean isVoid() {
    return this instanceof NoData || this instanceof NoSuchName;
  }

  /** Whether nothing is known. */
  default boolean isUnknown() {
    return this instanceof Failed;
  }
}
