package dev.sigillo.cli;

import java.util.Locale;
import picocli.CommandLine.Option;

/** The language of texts. */
final class LanguageOption {
  /** A language the report is written in. */
  enum Language {
    EN,
    IT
  }

  @Option(names = "--lang", paramLabel = "LANG", description = "en or it (default: en).")
  private Language language = Language.EN;

  /** {@code en} or {@code it}. */
  String code() {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
