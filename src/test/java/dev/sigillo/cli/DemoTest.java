package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void demo_is_judged_with_its_own_policy() {
    Path target = folder.resolve("audit");

    assertThat(run("audit", "--demo", "--quiet", "--out", target.toString()))
        .as("%s", err)
        .isZero();

    assertThat(out.toString()).contains("grade D", "ACCEPTED 4");
    for (String file :
        new String[] {
          "audit.pdf", "assessment.json", "snapshot.zip", "findings.csv", "remediation.ps1"
        }) {
      assertThat(target.resolve(file)).isNotEmptyFile();
    }
  }

  @Test
  void demo_can_be_judged_with_another_policy() {
    String target = folder.resolve("audit").toString();

    assertThat(run("audit", "--demo", "--policy", "default", "--quiet", "--out", target))
        .as("%s", err)
        .isZero();

    assertThat(out.toString()).contains("ACCEPTED 0");
  }

  private int run(String... args) {
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
  }
}
