package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.simulator.tenant.Truth.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;

/** How each control comes out where all is right: {@code simulator/baseline.yaml}. */
final class Baseline {
  private static final String FILE = "simulator/baseline.yaml";

  private Baseline() {}

  /** Adds every control. */
  static void into(Expectations truth) {
    try (InputStream in = Baseline.class.getClassLoader().getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException(FILE + " is missing from the program's jar");
      }
      Map<String, Verdict> verdicts = new YAMLMapper().readValue(in, new TypeReference<>() {});
      verdicts.forEach(truth::otherwise);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
