package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The built distribution as a user has it: another folder, spaces in its path, an empty cache. */
@EnabledOnOs(
    value = {OS.LINUX, OS.MAC},
    disabledReason = "the Windows launcher is not run in CI")
class DistributionIT {
  @TempDir private Path folder;
  private Path home;

  @BeforeEach
  void copy_the_distribution() throws IOException {
    Path built = Path.of(Objects.requireNonNull(System.getProperty("sigillo.distribution")));
    home = folder.resolve("a folder with spaces/sigillo");
    try (Stream<Path> all = Files.walk(built)) {
      for (Path from : all.toList()) {
        Path to = home.resolve(built.relativize(from).toString());
        if (Files.isDirectory(from)) {
          Files.createDirectories(to);
        } else {
          Files.copy(from, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  @Test
  void the_launcher_works_from_anywhere_and_makes_its_archive_once()
      throws IOException, InterruptedException {
    Path out = folder.resolve("out put");
    String first = run(0, home.resolve("bin/sigillo"), "audit", "--demo", "--out", out.toString());
    assertThat(first).contains("Report:");
    assertThat(archives()).hasSize(1);
    assertThat(out.resolve("audit.pdf")).exists();
    Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("bin/sigillo"));
    byte[] before = Files.readAllBytes(out.resolve("assessment.json"));
    run(0, link, "audit", "--demo", "--out", out.toString());
    assertThat(archives()).hasSize(1);
    assertThat(Files.readAllBytes(out.resolve("assessment.json"))).isEqualTo(before);
  }

  @Test
  void a_changed_reading_copy_is_refused() throws IOException, InterruptedException {
    Files.writeString(home.resolve("rules/catalogue.yaml"), "version: 9\n");
    assertThat(run(2, home.resolve("bin/sigillo"), "controls", "list")).contains("--rules");
  }

  @Test
  void licences_and_bill_of_materials_are_there() {
    assertThat(home.resolve("sbom.cdx.json")).isNotEmptyFile();
    assertThat(home.resolve("licences/THIRD-PARTY.txt")).isNotEmptyFile();
    assertThat(home.resolve("LICENSE")).isNotEmptyFile();
    assertThat(home.resolve("export/export-cmdlets.ps1")).isNotEmptyFile();
    assertThat(home.resolve("bin/sigillo.cmd")).isNotEmptyFile();
    assertThat(home.resolveSibling("sigillo").resolve("lib")).isDirectory();
  }

  @Test
  void the_zip_holds_what_the_folder_holds() throws IOException {
    Path built = Path.of(Objects.requireNonNull(System.getProperty("sigillo.distribution")));
    List<Path> zips;
    try (Stream<Path> files = Files.list(Objects.requireNonNull(built.getParent()))) {
      zips = files.filter(f -> f.toString().endsWith(".zip")).toList();
    }
    assertThat(zips).hasSize(1);
    try (FileSystem zip = FileSystems.newFileSystem(zips.get(0))) {
      List<Path> roots;
      try (Stream<Path> top = Files.list(zip.getPath("/"))) {
        roots = top.toList();
      }
      assertThat(roots).hasSize(1);
      assertThat(digests(roots.get(0))).isEqualTo(digests(built));
    }
  }

  private static SortedMap<String, String> digests(Path root) throws IOException {
    SortedMap<String, String> digests = new TreeMap<>();
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        digests.put(name, sha256(Files.readAllBytes(file)));
      }
    }
    return digests;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Path> archives() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("cache/sigillo"))) {
      return files.toList();
    }
  }

  private String run(int code, Path command, String... args)
      throws IOException, InterruptedException {
    List<String> line = new ArrayList<>(List.of(command.toString()));
    line.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(out).isEqualTo(code);
    return out;
  }
}
