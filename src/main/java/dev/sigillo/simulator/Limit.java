package dev.sigillo.simulator;

import java.time.Duration;

/** Microsoft's documented limits, as far as a collector meets them. */
enum Limit {
  NONE(Integer.MAX_VALUE, Duration.ofSeconds(1), false, Duration.ZERO),
  /** Mail API, for each application and mailbox. */
  OUTLOOK(10_000, Duration.ofMinutes(10), true, Duration.ofMillis(100)),
  /** Identity and access, in requests of two resource units, for a tenant of medium size. */
  DIRECTORY(2_500, Duration.ofSeconds(10), true, Duration.ZERO),
  /** Applications and service principals with their {@code keyCredentials} selected. */
  KEY_CREDENTIALS(150, Duration.ofMinutes(1), true, Duration.ZERO),
  /** Sign-ins, audit log and registration reports. */
  REPORTS(5, Duration.ofSeconds(10), false, Duration.ZERO),
  /** Identity protection and conditional access, for all applications together. */
  CONDITIONAL_ACCESS(1, Duration.ofSeconds(1), false, Duration.ZERO),
  MESSAGE_TRACE(100, Duration.ofMinutes(5), false, Duration.ZERO),
  USAGE_REPORT(14, Duration.ofMinutes(10), true, Duration.ZERO);

  /** Requests of one application to one mailbox at a time. */
  static final int OUTLOOK_AT_ONCE = 4;

  private final int requests;
  private final Duration window;
  private final boolean saysWhen;
  private final Duration serviceTime;

  Limit(int requests, Duration window, boolean saysWhen, Duration serviceTime) {
    this.requests = requests;
    this.window = window;
    this.saysWhen = saysWhen;
    this.serviceTime = serviceTime;
  }

  int requests() {
    return requests;
  }

  Duration window() {
    return window;
  }

  /** Whether a refusal carries {@code Retry-After}. */
  boolean saysWhen() {
    return saysWhen;
  }

  /** How long one request takes where that is what limits a collector. */
  Duration serviceTime() {
    return serviceTime;
  }
}
