package dev.sigillo.mailauth.spf;

/**
 * A place where a record leaves the grammar of RFC 7208 section 12; one is enough for "permerror".
 *
 * @param code what is wrong
 * @param position offset into the record's text, from 0
 * @param term the term it stands in, as published, cut after 100 characters; empty for the record
 */
public record SyntaxError(SpfCode code, int position, String term) {
  private static final int SHOWN = 100;

  public SyntaxError {
    term = shown(term);
  }

  /** As much of a term as a message shows. */
  static String shown(String term) {
    return term.length() > SHOWN ? term.substring(0, SHOWN) + "…" : term;
  }

  /** One sentence: place, what is wrong, what is allowed. */
  @Override
  public String toString() {
    return "position " + (position + 1) + (term.isEmpty() ? "" : ", " + term) + ": " + code.says();
  }
}
