package dev.sigillo.control;

/**
 * A sentence or paragraph in the report's two languages.
 *
 * @param en English
 * @param it Italian
 */
public record Text(String en, String it) {
  /** The text in a language, {@code it} or else English. */
  public String in(String language) {
    return language.equals("it") ? it : en;
  }
}
