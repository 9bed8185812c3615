package dev.sigillo.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where results go. */
final class Target {
  private Target() {}

  /** Refuses a folder where a file is meant. */
  static void file(Path target) {
    if (Files.isDirectory(target)) {
      throw new UsageException(target + ": is a folder; allowed: the name of a file to write");
    }
  }

  /** Refuses a file where a folder is meant. */
  static void folder(Path target) {
    if (Files.exists(target) && !Files.isDirectory(target)) {
      throw new UsageException(target + ": is a file; allowed: a folder, made when it is missing");
    }
  }

  /** Says so when a result had to take another name than the one asked for. */
  static void explain(Path asked, Path written, PrintWriter err) {
    if (!written.equals(asked)) {
      err.printf(
          "%s: cannot be replaced, it may be open in another program; this run's result is %s%n",
          asked, written);
    }
  }
}
