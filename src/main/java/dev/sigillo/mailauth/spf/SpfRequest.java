package dev.sigillo.mailauth.spf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * The arguments of {@code check_host} (RFC 7208 section 4.1), and what macros may ask for.
 *
 * @param ip the client; an IPv4-mapped address is taken as IPv4
 * @param domain whose policy is checked, internationalised labels as A-labels
 * @param sender MAIL FROM or HELO identity; without a local part it is that of "postmaster"
 * @param helo what the client calls itself
 * @param receiver name of the host that checks (macro "r")
 * @param time when it checks (macro "t")
 */
public record SpfRequest(
    IpAddress ip, String domain, String sender, String helo, String receiver, Instant time) {

  /** Characters of the longest sender or HELO name; SMTP allows far fewer (RFC 5321 4.5.3.1). */
  public static final int LONGEST = 1_000;

  private static final String POSTMASTER = "postmaster";

  public SpfRequest {
    if (sender.length() > LONGEST || helo.length() > LONGEST) {
      throw new IllegalArgumentException(
          "sender and HELO name may have " + LONGEST + " characters at most");
    }
    ip = ip.unmapped();
    int at = sender.lastIndexOf('@');
    sender = at > 0 ? sender : POSTMASTER + "@" + sender.substring(at + 1);
    domain = domain.endsWith(".") ? domain.substring(0, domain.length() - 1) : domain;
  }

  /**
   * The check of the MAIL FROM identity (section 2.4).
   *
   * @param mailFrom the reverse path without brackets; empty for a bounce, which is checked as
   *     postmaster of the HELO name
   */
  public static SpfRequest of(IpAddress ip, String mailFrom, String helo) {
    String sender = mailFrom.isEmpty() ? helo : mailFrom;
    String domain = sender.substring(sender.lastIndexOf('@') + 1);
    return new SpfRequest(ip, domain, sender, helo, "unknown", Instant.EPOCH);
  }

  String localPart() {
    return octets(sender.substring(0, sender.lastIndexOf('@')));
  }

  String senderDomain() {
    return octets(sender.substring(sender.lastIndexOf('@') + 1));
  }

  /** Text as the octets that SMTP carried, one character each. */
  static String octets(String text) {
    return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
  }
}
