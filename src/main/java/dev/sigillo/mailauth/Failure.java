package dev.sigillo.mailauth;

/** Why a question has no answer. None of these says anything about the name. */
public enum Failure {
  /** Response code 2: the server could not answer, often because DNSSEC validation failed. */
  SERVFAIL,
  /** Response code 5. */
  REFUSED,
  /** Any other response code but NOERROR and NXDOMAIN. */
  OTHER_RCODE,
  /** Nothing came back in time. */
  TIMEOUT,
  /** The answer was cut short and TCP gave no whole one. */
  TRUNCATED,
  /** What came back is no DNS message, or holds records that cannot be read. */
  MALFORMED,
  /** The server could not be reached. */
  NETWORK,
  /** A chain of aliases that is too long or comes back to itself. */
  ALIAS_LOOP,
  /** Servers gave different records: split DNS, or a change under way. */
  CONFLICT,
  /** The question was not put. */
  NOT_ASKED
}
