package dev.sigillo.mailauth;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A list of {@code name=value} parts between semicolons (RFC 6376 section 3.2), as DKIM keys and
 * DMARC records are written. Names are case-sensitive. A part with a fault is left out, save for a
 * duplicate, which is kept.
 *
 * @param tags the parts in their order
 * @param faults what is wrong, in the order of the text
 */
public record TagList(List<Tag> tags, List<Fault> faults) {
  private static final int MOST_OCTETS = 65_535;
  private static final int MOST_TAGS = 200;

  /**
   * One part.
   *
   * @param name as written
   * @param value without blanks at its ends; may be empty
   * @param nameAt octets before the name
   * @param valueAt octets before the value
   */
  public record Tag(String name, String value, int nameAt, int valueAt) {}

  /**
   * What is wrong with a part.
   *
   * @param at octets before it
   * @param text the offending text
   */
  public record Fault(TagFault code, int at, String text) {
    /** The fault as a problem of a record. */
    public Problem problem() {
      return new Problem(code, "", at, text);
    }
  }

  public TagList {
    tags = List.copyOf(tags);
    faults = List.copyOf(faults);
  }

  /** Reads a text, one character an octet. Never fails; takes time in proportion to the text. */
  public static TagList parse(String text) {
    List<Tag> tags = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    if (text.length() > MOST_OCTETS) {
      faults.add(new Fault(TagFault.TOO_LONG, MOST_OCTETS, text.substring(0, 100)));
      return new TagList(tags, faults);
    }
    Set<String> names = new HashSet<>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf(';', from);
      int to = end < 0 ? text.length() : end;
      if (tags.size() + faults.size() >= MOST_TAGS) {
        faults.add(new Fault(TagFault.TOO_MANY_TAGS, from, text.substring(from, to)));
        break;
      }
      boolean last = end < 0;
      read(text, from, to, last, names, tags, faults);
      from = to + 1;
    }
    return new TagList(tags, faults);
  }

  private static void read(
      String text,
      int start,
      int end,
      boolean last,
      Set<String> names,
      List<Tag> tags,
      List<Fault> faults) {
    int from = skipBlanks(text, start, end);
    int to = dropBlanks(text, from, end);
    if (from == to) {
      if (!last) {
        faults.add(new Fault(TagFault.EMPTY_TAG, start, text.substring(start, end)));
      }
      return;
    }
    for (int i = from; i < to; i++) {
      if (!isPrintable(text.charAt(i)) && !isBlank(text.charAt(i))) {
        faults.add(new Fault(TagFault.BAD_OCTET, i, text.substring(i, to)));
        return;
      }
    }
    int equals = text.indexOf('=', from);
    if (equals < 0 || equals >= to) {
      faults.add(new Fault(TagFault.NO_EQUALS_SIGN, from, text.substring(from, to)));
      return;
    }
    String name = text.substring(from, dropBlanks(text, from, equals));
    if (!isName(name)) {
      faults.add(new Fault(TagFault.BAD_TAG_NAME, from, name));
      return;
    }
    if (!names.add(name)) {
      faults.add(new Fault(TagFault.DUPLICATE_TAG, from, text.substring(from, to)));
    }
    int valueAt = skipBlanks(text, equals + 1, to);
    tags.add(new Tag(name, text.substring(valueAt, to), from, valueAt));
  }

  /** The first tag of a name. */
  public Optional<Tag> find(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).findFirst();
  }

  /** Whether a name is used more than once. */
  public boolean repeats(String name) {
    return tags.stream().filter(tag -> tag.name().equals(name)).count() > 1;
  }

  /** Octets of the text before the first one that is no blank. */
  private static int skipBlanks(String text, int from, int end) {
    int at = from;
    while (at < end && isBlank(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int dropBlanks(String text, int from, int end) {
    int at = end;
    while (at > from && isBlank(text.charAt(at - 1))) {
      at--;
    }
    return at;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isPrintable(char c) {
    return c > ' ' && c <= '~';
  }

  private static boolean isName(String name) {
    if (name.isEmpty() || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && (c < '0' || c > '9') && c != '_') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
