package dev.sigillo.collect.dns;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** DKIM selectors that are common enough to be asked everywhere. */
public final class Selectors {
  private static final List<String> WELL_KNOWN = read();

  private Selectors() {}

  /** Those of {@code dns/selectors.txt}, in its order. */
  public static List<String> wellKnown() {
    return WELL_KNOWN;
  }

  private static List<String> read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Selectors.class.getResourceAsStream("/dns/selectors.txt")),
                StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
