package dev.sigillo.mailauth;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * An address that reports are sent to: a {@code mailto:} URI (RFC 6068), or another scheme.
 *
 * @param uri as written, without a size suffix
 * @param scheme in lower case
 * @param address mail address, percent-encoding undone; empty for other schemes
 * @param host domain of the mail address, or host of the URI, as {@link Question} writes names;
 *     empty when there is none
 * @param size what follows an exclamation mark: the size limit of RFC 7489 section 6.4, without
 *     meaning since RFC 9989; empty when there is none
 * @param at octets of the record before it
 */
public record ReportUri(
    String uri, String scheme, String address, String host, String size, int at) {
  private static final int LONGEST = 1_000;

  /** Reads one URI; empty when it is none, or a {@code mailto:} without a usable address. */
  public static Optional<ReportUri> parse(String text, int at) {
    if (text.length() > LONGEST || !text.chars().allMatch(c -> c > ' ' && c <= '~')) {
      return Optional.empty();
    }
    int mark = text.lastIndexOf('!');
    String written = mark < 0 ? text : text.substring(0, mark);
    String size = mark < 0 ? "" : text.substring(mark + 1);
    boolean odd = mark >= 0 && !size.matches("[0-9]{1,19}[kmgtKMGT]?");
    if (odd || written.indexOf('!') >= 0) {
      return Optional.empty();
    }
    URI uri;
    try {
      uri = new URI(written);
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
    if (uri.getScheme() == null) {
      return Optional.empty();
    }
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("mailto")) {
      String host = uri.getHost() == null ? "" : Question.normal(uri.getHost());
      return Optional.of(new ReportUri(written, scheme, "", host, size, at));
    }
    String part = uri.getRawSchemeSpecificPart();
    int query = part.indexOf('?');
    String address = undone(query < 0 ? part : part.substring(0, query));
    int sign = address.lastIndexOf('@');
    if (sign < 1 || !DomainName.isHost(address.substring(sign + 1))) {
      return Optional.empty();
    }
    String host = Question.normal(address.substring(sign + 1));
    return Optional.of(new ReportUri(written, scheme, address, host, size, at));
  }

  /** Whether reports go there by mail. */
  public boolean isMail() {
    return scheme.equals("mailto");
  }

  /** Percent-encoding undone, one character an octet; the URI was checked before. */
  private static String undone(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '%') {
        out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.append(c);
      }
    }
    return out.toString();
  }
}
