package dev.sigillo.cli;

import dev.sigillo.redact.Pseudonyms;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about naming nobody. */
final class RedactOptions {
  @Option(
      names = "--redact",
      description =
          "Name people and mailboxes by pseudonyms, the same for the same person in every document.")
  private boolean redact;

  @Option(
      names = "--redact-key",
      paramLabel = "FILE",
      description =
          "The organisation's key for pseudonyms, made when it is missing (default: one per tenant in your configuration folder).")
  private @Nullable Path key;

  boolean asked() {
    if (key != null && !redact) {
      throw new UsageException("--redact-key is of use with --redact only");
    }
    return redact;
  }

  /** Whether it is asked for; refuses a named key among the results before anything is done. */
  boolean checked(Path results) {
    boolean asked = asked();
    if (key != null) {
      RedactKey.mustLieOutside(key, results);
    }
    return asked;
  }

  /**
   * Pseudonyms of a tenant.
   *
   * @param tenantId names the key in the configuration folder
   * @param results where results go: the key must not be among them
   */
  Pseudonyms names(@Nullable String tenantId, Path results, PrintWriter err) {
    return new Pseudonyms(RedactKey.of(key, tenantId, results, err));
  }
}
