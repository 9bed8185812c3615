package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about the catalogue is generated, and fresh. */
class ControlsDocsTest {
  private static final Path PAGE = Path.of("src/docs/controls.md");

  @Test
  void the_page_about_the_catalogue_is_fresh() throws IOException {
    StringWriter out = new StringWriter();
    int code =
        Main.run(new PrintWriter(out), new PrintWriter(new StringWriter()), "controls", "docs");
    assertThat(code).isZero();
    if (Boolean.getBoolean("sigillo.update")) {
      Files.writeString(PAGE, out.toString());
    }
    assertThat(Files.readString(PAGE))
        .as("run mvn test -Dtest=ControlsDocsTest -Dsigillo.update=true")
        .isEqualTo(out.toString());
  }
}
