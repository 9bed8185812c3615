package dev.sigillo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;

/** The script's own words in one language: {@code reports/script_*.properties}. */
final class ScriptWords {
  private final Properties words = new Properties();

  ScriptWords(String language) {
    String name = "reports/script_" + (language.equals("it") ? "it" : "en") + ".properties";
    try (InputStream in = ScriptWords.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the program's jar");
      }
      words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A sentence, with {@code {name}} filled in. */
  String say(String key, Map<String, String> values) {
    String text = words.getProperty(key);
    if (text == null) {
      throw new IllegalArgumentException("the script has no words for '" + key + "'");
    }
    return Placeholders.fill(text, values);
  }

  String say(String key) {
    return say(key, Map.of());
  }
}
