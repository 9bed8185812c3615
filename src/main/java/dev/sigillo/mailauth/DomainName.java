package dev.sigillo.mailauth;

import java.util.regex.Pattern;

/** Names of hosts and mail domains, as {@link Question} writes names. */
public final class DomainName {
  private static final int LONGEST = 253;
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?",
          Pattern.CASE_INSENSITIVE);

  private DomainName() {}

  /**
   * Whether it is a fully qualified host name of letters, digits and hyphens (RFC 1123 section
   * 2.1), at least two labels, the last one not starting with a digit.
   */
  public static boolean isHost(String name) {
    return name.length() <= LONGEST && HOST.matcher(name).matches();
  }

  /**
   * Whether DNS can hold it: no more than 253 octets, labels of 1 to 63 (RFC 1035 section 2.3.4).
   */
  public static boolean fits(String name) {
    if (name.isEmpty() || name.length() > LONGEST) {
      return false;
    }
    for (String label : name.split("\\.", -1)) {
      if (label.isEmpty() || label.length() > 63) {
        return false;
      }
    }
    return true;
  }

  /** Whether a name is another or lies below it. */
  public static boolean isWithin(String name, String ancestor) {
    return name.equals(ancestor) || name.endsWith("." + ancestor);
  }
}
