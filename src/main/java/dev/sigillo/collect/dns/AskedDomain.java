package dev.sigillo.collect.dns;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of domains as people write them. */
public final class AskedDomain {
  private static final Pattern LABELS =
      Pattern.compile("(?=.{1,253}$)[a-z0-9_-]{1,63}(\\.[a-z0-9_-]{1,63})*");

  private AskedDomain() {}

  /**
   * The name in A-labels (RFC 5890), lower case, without the final dot.
   *
   * @throws IllegalArgumentException one sentence, when it is none
   */
  public static String parse(String text) {
    String name = text.strip();
    if (name.endsWith(".")) {
      name = name.substring(0, name.length() - 1);
    }
    try {
      name = IDN.toASCII(name).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(refusal(text), e);
    }
    if (!LABELS.matcher(name).matches()) {
      throw new IllegalArgumentException(refusal(text));
    }
    return name;
  }

  private static String refusal(String text) {
    return "'%s' is no domain; allowed: a name such as contoso.com or münchen.example"
        .formatted(text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?"));
  }
}
