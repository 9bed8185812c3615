package dev.sigillo.mailauth.spf;

import java.util.Optional;

/** IPv6 addresses as text: RFC 4291 section 2.2 to read, RFC 5952 to write. */
final class Ip6Text {
  private static final int GROUPS = 8;
  private static final int LONGEST = 45;

  private Ip6Text() {}

  static Optional<IpAddress> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    int[] groups = new int[GROUPS];
    int gap = text.indexOf("::");
    if (gap < 0) {
      return read(text, groups, true) == GROUPS ? Optional.of(of(groups)) : Optional.empty();
    }
    int[] tail = new int[GROUPS];
    int before = read(text.substring(0, gap), groups, false);
    int after = read(text.substring(gap + 2), tail, true);
    if (before < 0 || after < 0 || before + after >= GROUPS) {
      return Optional.empty();
    }
    System.arraycopy(tail, 0, groups, GROUPS - after, after);
    return Optional.of(of(groups));
  }

  /** Reads groups between colons; how many there are, or -1 when some text is no group. */
  private static int read(String text, int[] groups, boolean last) {
    if (text.isEmpty()) {
      return 0;
    }
    int count = 0;
    int start = 0;
    while (start <= text.length()) {
      int colon = text.indexOf(':', start);
      int end = colon < 0 ? text.length() : colon;
      String group = text.substring(start, end);
      if (group.indexOf('.') >= 0) {
        long bits = IpAddress.ip4Bits(group);
        if (!last || colon >= 0 || bits < 0 || count > GROUPS - 2) {
          return -1;
        }
        groups[count++] = (int) (bits >>> 16);
        groups[count++] = (int) (bits & 0xffff);
        return count;
      }
      int value = hex(group);
      if (value < 0 || count == GROUPS) {
        return -1;
      }
      groups[count++] = value;
      start = end + 1;
    }
    return count;
  }

  private static int hex(String group) {
    if (group.isEmpty() || group.length() > 4) {
      return -1;
    }
    int value = 0;
    for (int i = 0; i < group.length(); i++) {
      char c = group.charAt(i);
      int digit = c < 128 ? Character.digit(c, 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = (value << 4) | digit;
    }
    return value;
  }

  private static IpAddress of(int[] groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = (high << 16) | groups[i];
      low = (low << 16) | groups[i + 4];
    }
    return new IpAddress(IpVersion.IP6, high, low);
  }

  static String print(long high, long low) {
    int[] groups = new int[GROUPS];
    for (int i = 0; i < 4; i++) {
      groups[i] = (int) ((high >>> (48 - 16 * i)) & 0xffff);
      groups[i + 4] = (int) ((low >>> (48 - 16 * i)) & 0xffff);
    }
    int gap = -1;
    int length = 1;
    for (int i = 0; i < GROUPS; i++) {
      int zeros = 0;
      while (i + zeros < GROUPS && groups[i + zeros] == 0) {
        zeros++;
      }
      if (zeros > length) {
        gap = i;
        length = zeros;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.length() > 0 && text.charAt(text.length() - 1) != ':' ? ":" : "")
            .append(Integer.toHexString(groups[i]));
      }
    }
    return text.toString();
  }
}
