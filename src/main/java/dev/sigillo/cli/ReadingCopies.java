package dev.sigillo.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution's {@code rules/} and {@code reports/} are copies to read: what runs is inside
 * the jar. A copy that was changed is refused, for ignoring it silently would mislead whoever
 * changed it.
 */
final class ReadingCopies {
  private ReadingCopies() {}

  /** Compares the copies beside the launcher, if there is one, with the jar. */
  static void check() {
    String home = System.getProperty("sigillo.home");
    if (home != null) {
      List.of("rules", "reports").forEach(name -> check(Path.of(home), name));
    }
  }

  private static void check(Path home, String name) {
    Path folder = home.resolve(name);
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String resource = name + "/" + folder.relativize(file).toString().replace('\\', '/');
        if (!resource.endsWith(".cases.yaml") && !same(file, resource)) {
          throw new UsageException(
              file
                  + ": differs from what is inside the program, which is what runs; put it back, and"
                  + " keep controls of your own in a folder that you name with --rules");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e);
    }
  }

  private static boolean same(Path file, String resource) throws IOException {
    try (InputStream in = ReadingCopies.class.getClassLoader().getResourceAsStream(resource)) {
      return in != null && Arrays.equals(in.readAllBytes(), Files.readAllBytes(file));
    }
  }
}
