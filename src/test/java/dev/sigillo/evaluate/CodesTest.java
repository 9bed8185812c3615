package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The requirements that the catalogue was made from are all in it, or somebody says why not. */
class CodesTest {
  private static final Path LIST = Path.of("src/test/resources/catalogue/codes.yaml");
  private static final int ALL = 124;

  /** The list of codes, in lines for the reader, and the reasons for those without a control. */
  record Codes(List<List<String>> codes, Map<String, String> reasons) {
    List<String> all() {
      return codes.stream().flatMap(List::stream).toList();
    }
  }

  @Test
  void every_code_has_a_control_or_a_reason() throws IOException {
    Codes list = new YAMLMapper().readValue(LIST.toFile(), Codes.class);
    List<Control> controls = CatalogueLoader.folder(Path.of("rules")).controls();
    Set<String> covered = new TreeSet<>();
    controls.forEach(control -> covered.addAll(control.codes()));

    assertThat(list.all()).hasSize(ALL).doesNotHaveDuplicates().containsAll(covered);
    assertThat(list.reasons().keySet()).doesNotContainAnyElementsOf(covered);
    assertThat(list.reasons().values()).noneMatch(String::isBlank);
    List<String> accounted = new ArrayList<>(covered);
    accounted.addAll(list.reasons().keySet());
    assertThat(accounted).containsExactlyInAnyOrderElementsOf(list.all());
  }
}
