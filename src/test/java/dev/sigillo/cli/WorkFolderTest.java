package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WorkFolderTest {
  @TempDir Path folder;

  @Test
  void an_audit_that_fails_says_why_and_leaves_no_names_behind() {
    AuditResults results =
        new AuditResults(
            new AuditFolder(folder.resolve("share"), true),
            "en",
            null,
            new CommandLine(new AuditCommand()).getCommandSpec());
    AtomicReference<Path> work = new AtomicReference<>();
    assertThatThrownBy(
            () ->
                results.redacted(
                    json -> {
                      work.set(json.getParent());
                      write(json.resolveSibling(".assessment1.tmp"));
                      throw new UsageException("what really happened");
                    },
                    new RedactOptions()))
        .hasMessage("what really happened");
    assertThat(work.get()).doesNotExist();
  }

  @Test
  void a_process_that_is_told_to_end_takes_the_folder_with_it() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                place(WorkFolder.class) + File.pathSeparator + place(Waiting.class),
                Waiting.class.getName())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader said = process.inputReader(StandardCharsets.UTF_8)) {
      Path work = Path.of(said.readLine());
      assertThat(work.resolve("assessment.json")).exists();
      process.destroy();
      assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
      assertThat(work).doesNotExist();
    } finally {
      process.destroyForcibly();
    }
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }

  private static void write(Path file) {
    try {
      Files.writeString(file, "Anna Rossi");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Has such a folder, and waits to be ended. */
  static final class Waiting {
    private Waiting() {}

    public static void main(String[] args) throws IOException, InterruptedException {
      WorkFolder work = WorkFolder.make();
      write(work.path().resolve("assessment.json"));
      System.out.println(work.path());
      Thread.sleep(60_000);
    }
  }
}
