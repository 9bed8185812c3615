package dev.sigillo.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs every case beside every control, through the engine of an audit. */
class ControlCasesTest {
  private static final Path RULES = Path.of("rules");

  @TestFactory
  Stream<DynamicContainer> every_case_comes_out_as_it_says() {
    Catalogue catalogue = CatalogueLoader.folder(RULES);
    CaseRunner runner = new CaseRunner(catalogue);
    return catalogue.controls().stream()
        .map(
            control ->
                DynamicContainer.dynamicContainer(
                    control.id(),
                    results(runner, control).stream()
                        .map(
                            result ->
                                DynamicTest.dynamicTest(
                                    result.name(), () -> assertThat(result.problem()).isNull()))));
  }

  private static List<CaseRunner.Result> results(CaseRunner runner, Control control) {
    return runner.run(control, cases(control));
  }

  static Path cases(Control control) {
    return RULES.resolve(control.area().id()).resolve(control.id() + ".cases.yaml");
  }
}
