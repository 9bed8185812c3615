package dev.sigillo.mailauth.spf;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Text with macros in it (RFC 7208 section 7.1), read once. As the target of a mechanism, no parts
 * at all stand for the domain whose record it is.
 *
 * @param parts what it consists of, in order
 */
public record MacroString(List<Part> parts) {

  /** The target of a mechanism that names none: the current domain. */
  public static final MacroString CURRENT_DOMAIN = new MacroString(List.of());

  public MacroString {
    parts = List.copyOf(parts);
  }

  /** A piece of a macro string. */
  public sealed interface Part permits Literal, Escape, Macro {}

  /**
   * Text that stands for itself.
   *
   * @param text visible ASCII without {@code %}; in explanations also spaces
   */
  public record Literal(String text) implements Part {
    @Override
    public String toString() {
      return text;
    }
  }

  /** {@code %%}, {@code %_} and {@code %-}. */
  public enum Escape implements Part {
    PERCENT("%%", "%"),
    SPACE("%_", " "),
    URL_SPACE("%-", "%20");

    private final String written;
    private final String value;

    Escape(String written, String value) {
      this.written = written;
      this.value = value;
    }

    /** What it stands for. */
    String value() {
      return value;
    }

    @Override
    public String toString() {
      return written;
    }
  }

  /** Whether nothing is written: the current domain is meant. */
  public boolean isCurrentDomain() {
    return parts.isEmpty();
  }

  /** Whether it has a macro with one of these letters. */
  public boolean uses(String letters) {
    return parts.stream()
        .anyMatch(part -> part instanceof Macro m && letters.indexOf(m.letter()) >= 0);
  }

  /** As a record would write it. */
  @Override
  public String toString() {
    return parts.stream().map(Part::toString).collect(Collectors.joining());
  }
}
