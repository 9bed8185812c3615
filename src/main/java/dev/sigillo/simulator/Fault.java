package dev.sigillo.simulator;

/**
 * A way in which a service misbehaves. Which requests a {@code rate} meets follows from the request
 * and from how often it was made, not from the order in which threads arrive; a request that it met
 * may be met again.
 *
 * @param where the endpoint, {@code *} standing for anything: {@code token}, {@code graph:users},
 *     {@code graph:*messageRules}, {@code graph:$batch}, {@code exchange:Get-Mailbox}, {@code
 *     exchange:EXOModuleFile}, {@code exchange:$batch}, {@code adminApi:Mailbox}, {@code
 *     compliance:Get-ProtectionAlert}, {@code dns:contoso.example}, {@code web:contoso.example}.
 *     Items of a batch are requests of their own.
 * @param kind what happens
 * @param rate the share of requests it meets, 0 to 1
 * @param after how many requests to the endpoint go well first
 * @param count how many requests it meets at most; 0 means every one
 * @param seconds {@code Retry-After}, or how long a stall lasts; 0 is each kind's own default
 */
public record Fault(String where, Kind kind, double rate, int after, int count, int seconds) {

  /** What happens. */
  public enum Kind {
    /** 401 with Graph's or Exchange's body. */
    UNAUTHORIZED,
    /** 403 with a JSON body. */
    FORBIDDEN,
    /** 403 with thousands of NUL bytes, as Exchange does when a directory role is missing. */
    FORBIDDEN_NUL,
    /** 404 with a JSON body. */
    NOT_FOUND,
    /** 429 with {@code Retry-After}. */
    THROTTLED,
    /** 429 without {@code Retry-After}. */
    THROTTLED_SILENTLY,
    /** 500. */
    INTERNAL_ERROR,
    /** 502 with an HTML page. */
    BAD_GATEWAY,
    /** 503 with {@code Retry-After} when seconds are given. */
    UNAVAILABLE,
    /** 504. */
    GATEWAY_TIMEOUT,
    /** The connection is reset before an answer. */
    RESET,
    /** The answer stops half-way and the connection stays open. */
    STALL,
    /** The answer is cut off although it looks whole: fewer bytes of JSON, right length. */
    TRUNCATED_JSON,
    /** The connection closes half-way through the answer. */
    CUT_SHORT,
    /** 200 with an HTML page. */
    WRONG_CONTENT_TYPE,
    /** The access token is said to have expired, whatever it says itself. */
    TOKEN_EXPIRED,
    /** A page link that has expired. */
    PAGE_EXPIRED,
    /** Rows of the page come twice. */
    DUPLICATE_ROWS,
    /** Rows of the page come in another order. */
    SHUFFLED_ROWS,
    /** 200 with no rows, which is no proof of anything. */
    EMPTY,
    /** Rows are left out and a warning says so. */
    TRUNCATED_ROWS,
    /** DNS: SERVFAIL. */
    SERVFAIL,
    /** DNS: no answer. */
    TIMEOUT,
    /** DNS: the answer over UDP is cut, so that the client has to ask over TCP. */
    TC
  }

  public Fault {
    if (!(rate >= 0 && rate <= 1)) {
      throw new IllegalArgumentException("rate " + rate + ": 0 to 1 is allowed");
    }
    if (after < 0 || count < 0 || seconds < 0) {
      throw new IllegalArgumentException("after, count and seconds are not negative");
    }
  }

  /** A fault that meets every request. */
  public static Fault always(String where, Kind kind) {
    return new Fault(where, kind, 1, 0, 0, 0);
  }

  /** A fault that meets the first requests only. */
  public static Fault first(int count, String where, Kind kind) {
    return new Fault(where, kind, 1, 0, count, 0);
  }
}
