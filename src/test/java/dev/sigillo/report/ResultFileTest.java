package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultFileTest {
  @TempDir private Path folder;

  @Test
  void a_result_replaces_the_older_one_and_belongs_to_its_owner() throws IOException {
    Path target = folder.resolve("new/findings.csv");
    assertThat(ResultFile.write(target, out -> out.write('a'))).isEqualTo(target);
    assertThat(ResultFile.write(target, out -> out.write('b'))).isEqualTo(target);
    assertThat(target).hasContent("b");
    assertThat(target.getParent()).isDirectoryContaining("glob:**findings.csv");
    try (var files = Files.list(folder.resolve("new"))) {
      assertThat(files).containsExactly(target);
    }
    if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(target)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void content_that_fails_leaves_the_older_result_and_nothing_else() throws IOException {
    Path target = folder.resolve("findings.csv");
    Files.writeString(target, "old");
    assertThatThrownBy(
            () ->
                ResultFile.write(
                    target,
                    out -> {
                      out.write(new byte[100_000]);
                      throw new IOException("the disk is full");
                    }))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage(target + ": cannot be written: the disk is full");
    assertThatThrownBy(
            () ->
                ResultFile.write(
                    target,
                    out -> {
                      throw new IllegalStateException("no");
                    }))
        .isInstanceOf(IllegalStateException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
    assertThat(target).hasContent("old");
  }

  /** A folder in the target's place refuses the move as a file that another program holds does. */
  @Test
  void a_target_that_cannot_be_replaced_is_kept_beside_under_a_free_name() throws IOException {
    Path target = folder.resolve("findings.csv");
    Files.createDirectories(target.resolve("held"));
    Files.writeString(folder.resolve("findings (2).csv"), "mine");
    Path kept = ResultFile.write(target, out -> out.write('a'));
    assertThat(kept).isEqualTo(folder.resolve("findings (3).csv")).hasContent("a");
    assertThat(folder.resolve("findings (2).csv")).hasContent("mine");
    assertThat(target).isDirectory();
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }
}
