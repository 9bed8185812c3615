package dev.sigillo.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.assessment.Assessment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** {@code manifest.json}: what a dossier rests on, and the SHA-256 of every file in it. */
final class DossierManifest {
  private static final JsonMapper MAPPER = new JsonMapper();

  private DossierManifest() {}

  /** Writes it into the folder whose files it lists. */
  static void write(Dossier dossier, Path folder, List<Path> all) throws IOException {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("schemaVersion", 1);
    json.put("tool", dossier.tool());
    json.put("document", dossier.number());
    json.put("tenantId", dossier.tenantId());
    json.put("readUpTo", dossier.incident().source().end().toString());
    json.put("snapshotDigest", dossier.incident().source().digest());
    Assessment assessment = dossier.assessment();
    json.put("resultsDigest", assessment == null ? null : assessment.resultsDigest());
    json.put("verdict", dossier.verdict().name());
    json.put("redacted", dossier.names().redacted());
    ObjectNode files = json.putObject("sha256");
    for (Path file : all) {
      files.put(folder.relativize(file).toString().replace('\\', '/'), digest(file));
    }
    ResultFile.write(
        folder.resolve("manifest.json"),
        out ->
            out.write(
                (MAPPER
                            .writer(
                                new DefaultPrettyPrinter()
                                    .withObjectIndenter(new DefaultIndenter("  ", "\n")))
                            .writeValueAsString(json)
                        + "\n")
                    .getBytes(StandardCharsets.UTF_8)));
  }

  private static String digest(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[1 << 16];
      for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
        sha.update(chunk, 0, read);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
