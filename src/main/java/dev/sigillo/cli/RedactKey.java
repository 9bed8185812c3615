package dev.sigillo.cli;

import dev.sigillo.snapshot.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The file that holds an organisation's key for pseudonyms: one line, readable by its owner. */
final class RedactKey {
  private static final String LINE = "sigillo-redact-key-1 ";
  private static final Pattern CONTENT = Pattern.compile(LINE + "([0-9a-f]{64})\\s*");
  private static final Pattern TENANT = Pattern.compile("[0-9a-zA-Z-]{1,64}");
  private static final int BYTES = 32;

  private RedactKey() {}

  /** The key of a file, else of the tenant's own in the configuration folder; made when missing. */
  static byte[] of(@Nullable Path given, @Nullable String tenantId, Path results, PrintWriter err) {
    Path file = given == null ? ofTenant(tenantId) : given;
    mustLieOutside(file, results);
    try {
      return Files.exists(file) ? read(file) : make(file, err);
    } catch (FileAlreadyExistsException e) {
      return of(given, tenantId, results, err);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read or written: " + e.getMessage(), e);
    }
  }

  static void mustLieOutside(Path key, Path results) {
    Path folder = results.toAbsolutePath().normalize();
    if (folder.equals(key.toAbsolutePath().normalize().getParent())) {
      throw new UsageException(
          "%s: the key would lie among the results, for everybody who gets them; allowed: a file outside %s"
              .formatted(key, results));
    }
  }

  private static Path ofTenant(@Nullable String tenantId) {
    if (tenantId == null || !TENANT.matcher(tenantId).matches()) {
      throw new UsageException(
          "the assessment names no tenant, so there is no key of its own; allowed: --redact-key FILE");
    }
    return configuration().resolve("sigillo").resolve("redact-" + tenantId + ".key");
  }

  private static Path configuration() {
    String windows = System.getenv("APPDATA");
    if (windows != null && System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("win")) {
      return Path.of(windows);
    }
    String set = System.getenv("XDG_CONFIG_HOME");
    return set != null && !set.isEmpty()
        ? Path.of(set)
        : Path.of(System.getProperty("user.home"), ".config");
  }

  private static byte[] read(Path file) throws IOException {
    if (Files.size(file) > 1000) {
      throw broken(file);
    }
    Matcher m = CONTENT.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    if (!m.matches()) {
      throw broken(file);
    }
    return HexFormat.of().parseHex(m.group(1));
  }

  private static UsageException broken(Path file) {
    return new UsageException(
        "%s: is no key for pseudonyms; allowed: a file that --redact made, or a name without a file, to make one"
            .formatted(file));
  }

  private static byte[] make(Path file, PrintWriter err) throws IOException {
    byte[] key = new byte[BYTES];
    new SecureRandom().nextBytes(key);
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    try (OutputStream out = OwnerOnly.newOutputStream(file)) {
      out.write((LINE + HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.US_ASCII));
    }
    err.printf(
        "%s: a new key for pseudonyms. Keep it: without it the same people get other pseudonyms next"
            + " time. Give it to nobody who gets the documents: with it, guesses can be tried out.%n",
        file);
    return key;
  }
}
