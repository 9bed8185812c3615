package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactCommandTest {
  @TempDir static Path demo;
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeAll
  static void evaluate() {
    String out = demo.toString();
    assertThat(
            Main.run(
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                "audit",
                "--demo",
                "--quiet",
                "--out",
                out))
        .isZero();
  }

  @Test
  void a_key_is_made_once_for_its_owner_alone_and_used_again() throws IOException {
    Path key = folder.resolve("keys").resolve("esempio.key");
    Path first = folder.resolve("share").resolve("a.json");
    Path second = folder.resolve("share").resolve("b.json");
    assertThat(run("--redact-key", key.toString(), "-o", first.toString())).as("%s", err).isZero();
    assertThat(err.toString()).contains(key + ": a new key for pseudonyms. Keep it");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
        .isEqualTo("rw-------");
    err.getBuffer().setLength(0);
    assertThat(run("--redact-key", key.toString(), "-o", second.toString())).isZero();
    assertThat(err.toString()).isEmpty();
    assertThat(second).hasSameBinaryContentAs(first);
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "verify", first.toString()))
        .isZero();
  }

  @Test
  void a_key_among_the_results_is_refused() {
    Path key = folder.resolve("my.key");
    assertThat(run("--redact-key", key.toString(), "-o", folder.resolve("a.pdf").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("the key would lie among the results");
    assertThat(folder.resolve("a.pdf")).doesNotExist();
  }

  @Test
  void what_is_no_key_is_refused() throws IOException {
    Path key = Files.writeString(folder.resolve("my.key"), "hello");
    Path to = folder.resolve("share").resolve("a.json");
    assertThat(run("--redact-key", key.toString(), "-o", to.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("is no key for pseudonyms; allowed:");
  }

  @Test
  void an_assessment_is_copied_without_names_only() {
    String json = demo.resolve("assessment.json").toString();
    String to = folder.resolve("a.json").toString();
    assertThat(Main.run(new PrintWriter(out), new PrintWriter(err), "report", json, "-o", to))
        .isEqualTo(2);
    assertThat(err.toString()).contains("an assessment is written with --redact only");
  }

  private int run(String... args) {
    String[] all = new String[args.length + 3];
    all[0] = "report";
    all[1] = demo.resolve("assessment.json").toString();
    all[2] = "--redact";
    System.arraycopy(args, 0, all, 3, args.length);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
