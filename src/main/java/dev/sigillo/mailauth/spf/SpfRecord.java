package dev.sigillo.mailauth.spf;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A record as published (RFC 7208 sections 4.5, 4.6 and 12).
 *
 * @param text as published, one character an octet
 * @param terms those that could be read, in order
 * @param errors what could not, in order, the first {@value #ERRORS} of them; a record with errors
 *     is "permerror" as a whole, whatever its terms say
 */
public record SpfRecord(String text, List<Term> terms, List<SyntaxError> errors) {

  /** What every record begins with, in any case. */
  public static final String VERSION = "v=spf1";

  /** Octets of the longest record that DNS can carry (RFC 1035 section 3.2.1). */
  public static final int LONGEST = 65_535;

  static final int ERRORS = 100;

  public SpfRecord {
    terms = List.copyOf(terms);
    errors = List.copyOf(errors);
  }

  /** Whether text is an SPF record of version 1 at all: the version, then a space or the end. */
  public static boolean isSpf(String text) {
    return text.regionMatches(true, 0, VERSION, 0, VERSION.length())
        && (text.length() == VERSION.length() || text.charAt(VERSION.length()) == ' ');
  }

  /** Reads a record; never throws, says in {@link #errors} what it cannot read. */
  public static SpfRecord parse(String text) {
    return new RecordParser(text).parse();
  }

  /** Whether the whole record follows the grammar. */
  public boolean isValid() {
    return errors.isEmpty();
  }

  /** The directives, in the order in which they are tried. */
  public List<Directive> directives() {
    return terms.stream().filter(Directive.class::isInstance).map(Directive.class::cast).toList();
  }

  /** The {@code redirect} modifier. */
  public Optional<Modifier.Redirect> redirect() {
    return first(Modifier.Redirect.class);
  }

  /** The {@code exp} modifier. */
  public Optional<Modifier.Explanation> explanation() {
    return first(Modifier.Explanation.class);
  }

  /** The first {@code all}; nothing after it is ever tried (section 5.1). */
  public Optional<Directive> all() {
    return directives().stream().filter(d -> d.mechanism() instanceof Mechanism.All).findFirst();
  }

  /** A term as published, cut after 100 characters. */
  public String written(Term term) {
    int space = text.indexOf(' ', term.position());
    int end = space < 0 ? text.length() : space;
    return SyntaxError.shown(text.substring(term.position(), end));
  }

  private <T extends Term> Optional<T> first(Class<T> kind) {
    return terms.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  /** The record with one space between terms and nothing that can be left out. */
  @Override
  public String toString() {
    return terms.isEmpty()
        ? VERSION
        : VERSION + terms.stream().map(Term::toString).collect(Collectors.joining(" ", " ", ""));
  }
}
