package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @Test
  void an_audit_names_nobody_and_leaves_nothing_behind_that_does() throws IOException {
    Path key = folder.resolve("keys").resolve("esempio.key");
    Path share = folder.resolve("share");
    assertThat(audit(share, "--redact", "--redact-key", key.toString())).as("%s", err).isZero();
    assertThat(share.toFile().list())
        .containsExactlyInAnyOrder("assessment.json", "audit.pdf", "findings.csv");
    assertThat(folder.toFile().list()).containsExactlyInAnyOrder("keys", "share");
    assertThat(out.toString()).contains("Score: ").doesNotContain("Remediation", "Snapshot");
    for (String name : List.of("assessment.json", "findings.csv")) {
      assertThat(Files.readString(share.resolve(name)))
          .doesNotContainIgnoringCase("roberta.ferri")
          .containsPattern("person-[a-z2-7]{12}@esempio\\.it");
    }
    try (PDDocument pdf = Loader.loadPDF(share.resolve("audit.pdf").toFile())) {
      assertThat(new PDFTextStripper().getText(pdf))
          .contains("REDACTED")
          .doesNotContainIgnoringCase("roberta.ferri");
    }
    Path same = folder.resolve("again").resolve("a.json");
    assertThat(run("--redact-key", key.toString(), "-o", same.toString())).isZero();
    assertThat(share.resolve("assessment.json")).hasSameBinaryContentAs(same);
  }

  @Test
  void names_are_not_left_beside_an_audit_that_has_none() throws IOException {
    Path share = Files.createDirectory(folder.resolve("share"));
    Files.writeString(share.resolve("remediation.ps1"), "# with names");
    String key = folder.resolve("esempio.key").toString();
    assertThat(audit(share, "--redact", "--redact-key", key)).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "share: holds remediation.ps1, which an audit with names may have left; allowed with");
    assertThat(share.toFile().list()).containsExactly("remediation.ps1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "snapshot.zip.partial",
        "snapshot.zip.tmp",
        ".assessment123.tmp",
        ".sigillo123.tmp",
        "audit (2).pdf"
      })
  void what_an_audit_with_names_left_half_done_is_not_kept_either(String name) throws IOException {
    Path share = Files.createDirectory(folder.resolve("share"));
    Files.createDirectory(share.resolve(name));
    String key = folder.resolve("esempio.key").toString();
    assertThat(audit(share, "--redact", "--redact-key", key)).isEqualTo(2);
    assertThat(err.toString()).contains("share: holds " + name + ", which an audit with names may");
    assertThat(share.toFile().list()).containsExactly(name);
  }

  @Test
  void the_snapshot_of_a_tenant_that_is_collected_stands_beside_the_folder() {
    Path audit = new AuditFolder(folder.resolve("share"), true).snapshot();
    assertThat(audit).isEqualTo(folder.resolve("share-snapshot.zip"));
    assertThat(new AuditFolder(folder.resolve("a"), false).snapshot())
        .isEqualTo(folder.resolve("a").resolve("snapshot.zip"));
  }

  private int audit(Path to, String... more) {
    List<String> all = new ArrayList<>(List.of("audit", "--demo", "--quiet"));
    all.addAll(List.of("--out", to.toString()));
    all.addAll(List.of(more));
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
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
