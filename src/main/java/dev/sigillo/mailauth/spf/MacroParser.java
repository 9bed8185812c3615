package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.spf.MacroString.Escape;
import dev.sigillo.mailauth.spf.MacroString.Literal;
import dev.sigillo.mailauth.spf.MacroString.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads macro strings (RFC 7208 section 7.1). */
final class MacroParser {
  /** Where a macro string stands; the grammar differs. */
  enum Use {
    /** Target of a mechanism or modifier: ends in a macro or in a dot and a top label. */
    DOMAIN,
    /** Value of an unknown modifier. */
    VALUE,
    /** Text of an explanation: spaces, and the macros c, r and t. */
    EXPLANATION
  }

  private static final String LETTERS = "slodipvh";
  private static final String EXPLANATION_LETTERS = "crt";
  private static final String DELIMITERS = ".-+,/_=";

  /** Far beyond the labels of any name; more digits mean no more. */
  private static final int MOST_PARTS = 1_000;

  private final String text;
  private final int end;
  private final Use use;
  private final Faults faults;
  private final List<Part> parts = new ArrayList<>();
  private int at;

  private MacroParser(String text, int start, int end, Use use, Faults faults) {
    this.text = text;
    this.at = start;
    this.end = end;
    this.use = use;
    this.faults = faults;
  }

  /** The macro string between two offsets; empty after one fault. */
  static Optional<MacroString> parse(String text, int start, int end, Use use, Faults faults) {
    return new MacroParser(text, start, end, use, faults).run();
  }

  private Optional<MacroString> run() {
    int literal = at;
    while (at < end) {
      char c = text.charAt(at);
      if (c == '%') {
        literal(literal);
        if (!expansion()) {
          return Optional.empty();
        }
        literal = at;
      } else if (Ascii.isVisible(c) || (c == ' ' && use == Use.EXPLANATION)) {
        at++;
      } else {
        return fault(c > 0x7e ? SpfCode.NOT_ASCII : SpfCode.CONTROL_CHARACTER, at);
      }
    }
    literal(literal);
    if (use == Use.DOMAIN && !endsAsDomain()) {
      return fault(isAddress() ? SpfCode.ADDRESS_AS_DOMAIN : SpfCode.DOMAIN_END, literal);
    }
    return Optional.of(new MacroString(parts));
  }

  private void literal(int from) {
    if (from < at) {
      parts.add(new Literal(text.substring(from, at)));
    }
  }

  private boolean isAddress() {
    return parts.size() == 1
        && parts.get(0) instanceof Literal literal
        && IpAddress.parse(literal.text()).isPresent();
  }

  private boolean endsAsDomain() {
    if (parts.isEmpty() || !(parts.get(parts.size() - 1) instanceof Literal last)) {
      return !parts.isEmpty();
    }
    String name = last.text();
    int stop = name.endsWith(".") ? name.length() - 1 : name.length();
    int dot = name.lastIndexOf('.', stop - 1);
    return dot >= 0 && DomainName.isTopLabel(name, dot + 1, stop);
  }

  private boolean expansion() {
    int start = at;
    char kind = at + 1 < end ? text.charAt(at + 1) : '\0';
    at += 2;
    switch (kind) {
      case '%' -> parts.add(Escape.PERCENT);
      case '_' -> parts.add(Escape.SPACE);
      case '-' -> parts.add(Escape.URL_SPACE);
      case '{' -> {
        return macro();
      }
      default -> {
        faults.found(SpfCode.PERCENT_ALONE, start);
        return false;
      }
    }
    return true;
  }

  private boolean macro() {
    char written = at < end ? text.charAt(at) : '\0';
    char letter = written >= 'A' && written <= 'Z' ? (char) (written + 32) : written;
    if (LETTERS.indexOf(letter) < 0
        && (use != Use.EXPLANATION || EXPLANATION_LETTERS.indexOf(letter) < 0)) {
      boolean elsewhere = EXPLANATION_LETTERS.indexOf(letter) >= 0;
      faults.found(elsewhere ? SpfCode.MACRO_ONLY_IN_EXPLANATION : SpfCode.MACRO_LETTER, at);
      return false;
    }
    at++;
    int digits = at;
    int keep = 0;
    while (at < end && Ascii.isDigit(text.charAt(at))) {
      keep = Math.min(MOST_PARTS, keep * 10 + (text.charAt(at++) - '0'));
    }
    if (at > digits && keep == 0) {
      faults.found(SpfCode.MACRO_KEEPS_NOTHING, digits);
      return false;
    }
    boolean reverse = at < end && (text.charAt(at) == 'r' || text.charAt(at) == 'R');
    at += reverse ? 1 : 0;
    int delimiters = at;
    while (at < end && DELIMITERS.indexOf(text.charAt(at)) >= 0) {
      at++;
    }
    if (at >= end || text.charAt(at) != '}') {
      faults.found(SpfCode.MACRO_END, Math.min(at, end));
      return false;
    }
    String between = at > delimiters ? text.substring(delimiters, at) : Macro.DOT;
    parts.add(new Macro(letter, written != letter, keep, reverse, between));
    at++;
    return true;
  }

  private Optional<MacroString> fault(SpfCode code, int position) {
    faults.found(code, position);
    return Optional.empty();
  }
}
