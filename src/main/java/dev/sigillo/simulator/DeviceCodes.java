package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Device codes (RFC 8628). The person who would type the code in needs one poll's time. */
final class DeviceCodes {
  enum Progress {
    PENDING,
    UNKNOWN,
    DONE
  }

  private record Waiting(Instant until, AtomicInteger polls) {}

  private static final Duration LIFETIME = Duration.ofMinutes(15);

  private final InstantSource clock;
  private final Map<String, Waiting> waiting = new ConcurrentHashMap<>();
  private final AtomicInteger issued = new AtomicInteger();

  DeviceCodes(InstantSource clock) {
    this.clock = clock;
  }

  ObjectNode issue(String origin) {
    int number = issued.incrementAndGet();
    String code = "device-" + number;
    waiting.put(code, new Waiting(clock.instant().plus(LIFETIME), new AtomicInteger()));
    String user = String.format(java.util.Locale.ROOT, "SIM%06d", number);
    return Json.object()
        .put("user_code", user)
        .put("device_code", code)
        .put("verification_uri", origin + "/devicelogin")
        .put("expires_in", LIFETIME.toSeconds())
        .put("interval", 1)
        .put(
            "message",
            "To sign in, use a web browser to open the page "
                + origin
                + "/devicelogin and enter the code "
                + user
                + " to authenticate.");
  }

  Progress poll(String code) {
    Waiting one = waiting.get(code);
    if (one == null || one.until.isBefore(clock.instant())) {
      return Progress.UNKNOWN;
    }
    if (one.polls.incrementAndGet() < 2) {
      return Progress.PENDING;
    }
    waiting.remove(code);
    return Progress.DONE;
  }

  String refreshToken() {
    return "simulated-refresh-token";
  }

  boolean refreshes(String token) {
    return token.equals(refreshToken());
  }
}
