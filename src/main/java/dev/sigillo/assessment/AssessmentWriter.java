package dev.sigillo.assessment;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes {@code assessment.json} as a stream, under a temporary name until it is whole. */
public final class AssessmentWriter {

  /** Controls as they come, each with its findings. */
  private static final class Controls {
    private final JsonGenerator json;
    private final Iterator<ControlResult> coming;
    private @Nullable ControlResult open;

    Controls(JsonGenerator json, Iterator<ControlResult> coming) {
      this.json = json;
      this.coming = coming;
    }

    /** Opens controls until the list of this one's findings is open. */
    void finding(ControlResult control, Finding finding) {
      try {
        while (open == null || !open.id().equals(control.id())) {
          next();
        }
        json.writePOJO(finding);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    void end() throws IOException {
      while (coming.hasNext()) {
        next();
      }
      close();
    }

    private void next() throws IOException {
      close();
      ControlResult control = coming.next();
      open = control;
      ObjectNode node = AssessmentJson.MAPPER.valueToTree(control);
      node.remove("findings");
      json.writeRaw("\n");
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> field : node.properties()) {
        json.writeFieldName(field.getKey());
        json.writeTree(field.getValue());
      }
      json.writeArrayFieldStart("findings");
    }

    private void close() throws IOException {
      if (open != null) {
        json.writeEndArray();
        json.writeEndObject();
        open = null;
      }
    }
  }

  /** The findings of one control at a time, in order. */
  @FunctionalInterface
  public interface FindingsOf {
    /** The findings of a control; asked once per control, in order of id. */
    Iterator<Finding> of(ControlResult control);
  }

  private AssessmentWriter() {}

  /**
   * Writes an assessment.
   *
   * @param file where it ends up, readable by the owner only
   * @param assessment everything but the findings
   * @param findings the findings
   */
  public static void write(Path file, Assessment assessment, FindingsOf findings) {
    FindingSource source =
        each ->
            assessment
                .controls()
                .forEach(c -> findings.of(c).forEachRemaining(f -> each.accept(c, f)));
    stream(file, assessment, source);
  }

  /**
   * Writes an assessment with findings that come from somewhere else.
   *
   * @param file where it ends up, readable by the owner only
   * @param assessment everything but the findings
   * @param findings in order of the assessment's controls
   */
  public static void stream(Path file, Assessment assessment, FindingSource findings) {
    Path folder = file.toAbsolutePath().getParent();
    try {
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Path temporary = Files.createTempFile(folder, ".assessment", ".tmp");
      try {
        if (temporary.getFileSystem().supportedFileAttributeViews().contains("posix")) {
          Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
        }
        print(temporary, assessment, findings);
        Files.move(
            temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  private static void print(Path file, Assessment assessment, FindingSource findings)
      throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      DigestOutputStream digesting = new DigestOutputStream(out, AssessmentJson.sha256());
      JsonGenerator json =
          AssessmentJson.MAPPER.getFactory().createGenerator(digesting, JsonEncoding.UTF8);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
      ObjectNode head = AssessmentJson.MAPPER.valueToTree(assessment);
      json.writeStartObject();
      for (Map.Entry<String, JsonNode> field : head.properties()) {
        if (field.getKey().equals("controls")) {
          json.writeArrayFieldStart("controls");
          Controls controls = new Controls(json, assessment.controls().iterator());
          findings.forEach(controls::finding);
          controls.end();
          json.writeEndArray();
        } else {
          json.writeFieldName(field.getKey());
          json.writeTree(field.getValue());
        }
      }
      json.flush();
      String digest = HexFormat.of().formatHex(digesting.getMessageDigest().digest());
      out.write(AssessmentReader.tail(digest).getBytes(StandardCharsets.UTF_8));
    }
  }
}
