package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.simulator.tenant.Truth.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A truth that somebody wrote down, where a story and not a list of misconfigurations makes it. */
final class WrittenTruth {
  /**
   * What is said of a control.
   *
   * @param outcome how it comes out
   * @param bad subjects with the codes of their findings
   * @param waived the same, where a waiver covers them
   * @param unknown subjects that cannot be judged
   * @param why for the reader
   */
  private record Entry(
      Verdict outcome,
      @Nullable Map<String, List<String>> bad,
      @Nullable Map<String, List<String>> waived,
      int unknown,
      @Nullable String why) {}

  private WrittenTruth() {}

  /** Adds every control of a file. */
  static void into(Expectations truth, String resource) {
    YAMLMapper yaml =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = WrittenTruth.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException(resource + " is missing from the program's jar");
      }
      Map<String, Entry> entries = yaml.readValue(in, new TypeReference<>() {});
      entries.forEach((control, entry) -> into(truth, control, entry));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void into(Expectations truth, String control, Entry entry) {
    truth.otherwise(control, entry.outcome());
    if (entry.unknown() > 0) {
      truth.unknown(control, entry.unknown());
    }
    if (entry.bad() != null) {
      entry.bad().forEach((who, codes) -> codes.forEach(c -> truth.finds(control, who, c)));
    }
    if (entry.waived() != null) {
      entry.waived().forEach((who, codes) -> codes.forEach(c -> truth.accepts(control, who, c)));
    }
  }
}
