package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.spf.MacroString.Escape;
import dev.sigillo.mailauth.spf.MacroString.Literal;
import dev.sigillo.mailauth.spf.MacroString.Part;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Puts values in the place of macros (RFC 7208 section 7). */
final class MacroExpander {
  /** One octet more than a name can have: what stands further left is cut off anyway. */
  private static final int ENOUGH_FOR_A_NAME = 255;

  /** Characters of the longest explanation that is returned. */
  private static final int LONGEST_EXPLANATION = 65_535;

  private final SpfRequest request;
  private final UnaryOperator<String> clientName;

  /**
   * Expands for one check.
   *
   * @param clientName the client's validated name, as the macro "p" gives it for a domain
   */
  MacroExpander(SpfRequest request, UnaryOperator<String> clientName) {
    this.request = request;
    this.clientName = clientName;
  }

  /** The name that a term means, ready to be asked for; the domain itself when none is written. */
  String name(MacroString target, String domain) {
    if (target.isCurrentDomain()) {
      return domain;
    }
    StringBuilder name = new StringBuilder();
    List<Part> parts = target.parts();
    for (int i = parts.size() - 1; i >= 0 && name.length() < ENOUGH_FOR_A_NAME; i--) {
      name.insert(0, value(parts.get(i), domain));
    }
    return DomainName.target(name.toString());
  }

  /** The text of an explanation, visible ASCII; empty when it would be endless. */
  String explanation(MacroString text, String domain) {
    StringBuilder expanded = new StringBuilder();
    for (Part part : text.parts()) {
      expanded.append(value(part, domain));
      if (expanded.length() > LONGEST_EXPLANATION) {
        return "";
      }
    }
    for (int i = 0; i < expanded.length(); i++) {
      if (expanded.charAt(i) < 0x20 || expanded.charAt(i) > 0x7e) {
        expanded.setCharAt(i, '?');
      }
    }
    return expanded.toString();
  }

  private String value(Part part, String domain) {
    if (part instanceof Macro macro) {
      String value = transformed(macro, value(macro.letter(), domain));
      return macro.escaped() ? urlEscaped(value) : value;
    }
    return part instanceof Escape escape ? escape.value() : ((Literal) part).text();
  }

  private String value(char letter, String domain) {
    return switch (letter) {
      case 's' -> request.localPart() + "@" + request.senderDomain();
      case 'l' -> request.localPart();
      case 'o' -> request.senderDomain();
      case 'd' -> domain;
      case 'i' -> request.ip().dotted();
      case 'p' -> clientName.apply(domain);
      case 'v' -> request.ip().version() == IpVersion.IP4 ? "in-addr" : "ip6";
      case 'h' -> SpfRequest.octets(request.helo());
      case 'c' -> request.ip().toString();
      case 'r' -> SpfRequest.octets(request.receiver());
      case 't' -> Long.toString(request.time().getEpochSecond());
      default -> throw new IllegalStateException("macro " + letter);
    };
  }

  private static String transformed(Macro macro, String value) {
    if (macro.keep() == 0 && !macro.reverse() && macro.delimiters().equals(Macro.DOT)) {
      return value;
    }
    List<String> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= value.length(); i++) {
      if (i == value.length() || macro.delimiters().indexOf(value.charAt(i)) >= 0) {
        parts.add(value.substring(start, i));
        start = i + 1;
      }
    }
    if (macro.reverse()) {
      Collections.reverse(parts);
    }
    int drop = macro.keep() == 0 ? 0 : Math.max(0, parts.size() - macro.keep());
    return String.join(".", parts.subList(drop, parts.size()));
  }

  private static String urlEscaped(String value) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Ascii.isLetter(c) || Ascii.isDigit(c) || "-._~".indexOf(c) >= 0) {
        escaped.append(c);
      } else {
        escaped.append(String.format(Locale.ROOT, "%%%02X", (int) c));
      }
    }
    return escaped.toString();
  }
}
