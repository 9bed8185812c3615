package dev.sigillo.cli;

import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The catalogue to judge with: the bundled one, and the user's own beside it. */
final class Rules {
  @Option(
      names = "--rules",
      paramLabel = "DIR",
      description =
          "Your own controls beside the bundled ones. They are trusted code: a rule can run any Java.")
  private @Nullable Path folder;

  private @Nullable Catalogue bundled;

  Catalogue bundled() {
    Catalogue known = bundled;
    if (known == null) {
      ReadingCopies.check();
      known = CatalogueLoader.bundled();
      bundled = known;
    }
    return known;
  }

  Catalogue all() {
    return folder == null ? bundled() : CatalogueLoader.join(bundled(), own(folder));
  }

  /** A folder's controls; a folder without any is a mistake, not a success. */
  static Catalogue own(Path folder) {
    Catalogue own = CatalogueLoader.folder(folder);
    if (own.controls().isEmpty()) {
      throw new UsageException(
          folder + ": holds no control; allowed: a folder with files such as forwarding/ID.yaml");
    }
    return own;
  }
}
