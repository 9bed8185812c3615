package dev.sigillo.simulator.tenant;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Findings that no misconfiguration causes alone: forwards leak when every layer lets them through,
 * a custom policy is weaker than the default one only by what that one says, and some controls sum
 * up what is in the tenant as a whole.
 */
final class Layers {
  private Layers() {}

  /** Adds what follows from the whole. */
  static void expect(Content content) {
    Row outbound =
        content.row("Get-HostedOutboundSpamFilterPolicy", r -> r.text("Name").equals("Default"));
    String mode = outbound.text("AutoForwardingMode");
    boolean remote =
        content.named("Get-RemoteDomain", "Default").get("AutoForwardEnabled").asBoolean();
    boolean rule =
        content.rows("Get-TransportRule").stream()
            .anyMatch(r -> r.text("MessageTypeMatches").equals("AutoForward"));
    if (!rule && !mode.equals("Off")) {
      content.truth.finds("FORWARDING-04", content.tenant(), "default");
    }
    if (!rule && remote && !mode.equals("Off")) {
      String code = mode.equals("Automatic") ? "automatic" : "open";
      content.forwarders.forEach(one -> content.truth.finds("FORWARDING-10", one, code));
    }
    weaker(content, outbound);
    AccessFaults.expect(content);
    if (content.undeclared) {
      Undeclared.expect(content);
    }
    if (content.outdated) {
      OutdatedRecords.expect(content);
    }
  }

  /** OUTBOUND-05 compares with the default policy where that one says something. */
  private static void weaker(Content content, Row outbound) {
    int day = outbound.get("RecipientLimitPerDay").asInt();
    for (Row policy : content.rows("Get-HostedOutboundSpamFilterPolicy")) {
      int own = policy.get("RecipientLimitPerDay").asInt();
      if (policy != outbound && day > 0 && own > day) {
        content.truth.finds("OUTBOUND-05", policy.text("Name"), "day");
      }
    }
  }

  /** Names for things that a misconfiguration adds. */
  static List<String> names(String name, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(i -> name + " " + i).toList();
  }
}
