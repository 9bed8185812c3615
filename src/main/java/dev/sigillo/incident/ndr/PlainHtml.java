package dev.sigillo.incident.ndr;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of an HTML part: tags fall away, breaks and blocks become line ends. */
final class PlainHtml {
  private static final String BREAKS = " br p div tr li h1 h2 h3 h4 hr table pre td blockquote ";

  private static final Pattern NUMBER = Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|(\\d{1,6}));");

  private PlainHtml() {}

  static String text(String html) {
    StringBuilder out = new StringBuilder(html.length());
    int at = 0;
    while (at < html.length()) {
      char c = html.charAt(at);
      int end = c == '<' ? html.indexOf('>', at) : -1;
      if (end > 0) {
        String name = name(html, at + 1, end);
        int skipped = name.equals("style") || name.equals("script") ? close(html, name, end) : end;
        if (BREAKS.contains(" " + name + " ")) {
          out.append('\n');
        }
        at = skipped + 1;
      } else {
        out.append(c);
        at++;
      }
    }
    String text =
        out.toString()
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&quot;", "\"")
            .replace("&nbsp;", " ");
    return NUMBER.matcher(text).replaceAll(PlainHtml::letter).replace("&amp;", "&");
  }

  private static String letter(MatchResult number) {
    String hex = number.group(1);
    int code = hex == null ? Integer.parseInt(number.group(2)) : Integer.parseInt(hex, 16);
    return Matcher.quoteReplacement(Character.toString(code));
  }

  private static int close(String html, String name, int from) {
    int close = html.indexOf("</" + name, from);
    int end = close < 0 ? -1 : html.indexOf('>', close);
    return end < 0 ? html.length() - 1 : end;
  }

  private static String name(String html, int from, int end) {
    int at = from < end && html.charAt(from) == '/' ? from + 1 : from;
    int stop = at;
    while (stop < end && stop - at < 12 && Character.isLetterOrDigit(html.charAt(stop))) {
      stop++;
    }
    return html.substring(at, stop).toLowerCase(Locale.ROOT);
  }
}
