package dev.sigillo.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * Links to Exchange's next pages. A link is good for a while, for the same body, and for the anchor
 * mailbox that the first page was asked with; without an anchor it is good for nothing.
 */
final class PageLinks {
  private final InstantSource clock;
  private final Duration lifetime;

  PageLinks(InstantSource clock, Duration lifetime) {
    this.clock = clock;
    this.lifetime = lifetime;
  }

  /** The link that goes on from here. */
  String link(Call call, CmdletCall cmdlet, long from, long given) {
    String token =
        PageRows.token(
            String.valueOf(from),
            String.valueOf(given),
            cmdlet.print(),
            anchor(call),
            String.valueOf(clock.instant().toEpochMilli()));
    String select = call.query().getOrDefault("$select", "");
    return call.origin()
        + call.path()
        + "?"
        + (select.isEmpty() ? "" : "$select=" + select + "&")
        + "$skiptoken="
        + token;
  }

  /** Where the page that a call asks for begins; empty when its link is not good any more. */
  Optional<CmdletAnswer.Position> position(Call call, CmdletCall cmdlet) {
    String token = call.query().get("$skiptoken");
    if (token == null) {
      return Optional.of(new CmdletAnswer.Position(0, 0));
    }
    List<String> parts = PageRows.parts(token);
    if (parts.size() != 5
        || !parts.get(2).equals(cmdlet.print())
        || parts.get(3).isEmpty()
        || !parts.get(3).equals(anchor(call))) {
      return Optional.empty();
    }
    Instant until = Instant.ofEpochMilli(Long.parseLong(parts.get(4))).plus(lifetime);
    return clock.instant().isBefore(until)
        ? Optional.of(
            new CmdletAnswer.Position(Long.parseLong(parts.get(0)), Long.parseLong(parts.get(1))))
        : Optional.empty();
  }

  private static String anchor(Call call) {
    return call.header("X-AnchorMailbox", "").replace("|", "");
  }
}
