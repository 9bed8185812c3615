package dev.sigillo.incident.ndr;

/** The line of a report without any code that the rules for words understand. */
final class KnownWords {
  private KnownWords() {}

  static String line(String text) {
    return text.lines()
        .filter(line -> !line.isBlank() && ReasonRules.byWords(line) != null)
        .findFirst()
        .map(line -> Lines.joined(line, Diagnostics.LONGEST))
        .orElse("");
  }
}
