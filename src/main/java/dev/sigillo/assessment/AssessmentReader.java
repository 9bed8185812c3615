package dev.sigillo.assessment;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Reads {@code assessment.json} as a stream, refusing one that was changed. */
public final class AssessmentReader implements FindingSource {
  private final Path file;

  private AssessmentReader(Path file) {
    this.file = file;
  }

  /**
   * Opens an assessment after checking that no byte of it changed.
   *
   * @throws AssessmentException if it cannot be used
   */
  public static AssessmentReader open(Path file) {
    verify(file);
    return new AssessmentReader(file);
  }

  /**
   * The assessment with the first findings of each control.
   *
   * @param keep how many findings of a control to keep
   */
  public Assessment read(int keep) {
    List<ControlResult> controls = new ArrayList<>();
    List<Finding> kept = new ArrayList<>();
    ResultsDigest digest = new ResultsDigest();
    ObjectNode head =
        stream(
            digest,
            (control, finding) -> {
              if (kept.size() < keep) {
                kept.add(finding);
              }
            },
            control -> {
              controls.add(withFindings(control, kept));
              kept.clear();
            });
    ArrayNode array = head.putArray("controls");
    for (ControlResult control : controls) {
      JsonNode node = AssessmentJson.MAPPER.valueToTree(control);
      array.add(node);
    }
    try {
      Assessment assessment = AssessmentJson.MAPPER.treeToValue(head, Assessment.class);
      if (!assessment.redacted()
          && !digest.end(assessment.score()).equals(assessment.resultsDigest())) {
        throw new AssessmentException(
            file + ": its results do not match its resultsDigest; use the file as it was written");
      }
      return assessment;
    } catch (JsonProcessingException e) {
      throw new AssessmentException(file + ": is not an assessment of a known version", e);
    }
  }

  @Override
  public void forEach(BiConsumer<ControlResult, Finding> each) {
    stream(null, each, control -> {});
  }

  private interface Controls {
    void accept(ControlResult control);
  }

  private ObjectNode stream(
      @Nullable ResultsDigest digest, BiConsumer<ControlResult, Finding> each, Controls ended) {
    ObjectNode head = AssessmentJson.MAPPER.createObjectNode();
    try (JsonParser json = AssessmentJson.MAPPER.getFactory().createParser(file.toFile())) {
      expect(json.nextToken(), JsonToken.START_OBJECT);
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        json.nextToken();
        if (name.equals("schemaVersion") && json.getIntValue() != Assessment.SCHEMA_VERSION) {
          throw new AssessmentException(
              "%s: schemaVersion %d is not known; this version reads %d"
                  .formatted(file, json.getIntValue(), Assessment.SCHEMA_VERSION));
        }
        if (name.equals("controls")) {
          expect(json.currentToken(), JsonToken.START_ARRAY);
          while (json.nextToken() == JsonToken.START_OBJECT) {
            control(json, digest, each, ended);
          }
        } else if (!name.equals(AssessmentJson.DOCUMENT_DIGEST)) {
          head.set(name, json.readValueAsTree());
        }
      }
      return head;
    } catch (JsonProcessingException e) {
      throw new AssessmentException(
          "%s:%d: is not an assessment: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException(file + ": cannot be read", e);
    }
  }

  private void control(
      JsonParser json,
      @Nullable ResultsDigest digest,
      BiConsumer<ControlResult, Finding> each,
      Controls ended)
      throws IOException {
    ObjectNode node = AssessmentJson.MAPPER.createObjectNode();
    ControlResult result = null;
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      json.nextToken();
      if (!name.equals("findings")) {
        node.set(name, json.readValueAsTree());
        continue;
      }
      node.putArray("findings");
      result = AssessmentJson.MAPPER.treeToValue(node, ControlResult.class);
      if (digest != null) {
        digest.control(result);
      }
      while (json.nextToken() == JsonToken.START_OBJECT) {
        Finding finding = json.readValueAs(Finding.class);
        if (digest != null) {
          digest.finding(finding);
        }
        each.accept(result, finding);
      }
    }
    if (result == null) {
      throw new AssessmentException(file + ": a control has no list of findings");
    }
    ended.accept(result);
  }

  private void expect(@Nullable JsonToken found, JsonToken wanted) {
    if (found != wanted) {
      throw new AssessmentException(file + ": is not an assessment");
    }
  }

  /** The last bytes of a document, which carry the digest of all the bytes before them. */
  static String tail(String digest) {
    return ",\n\"" + AssessmentJson.DOCUMENT_DIGEST + "\":\"" + digest + "\"}\n";
  }

  private static void verify(Path file) {
    int length = tail("0".repeat(64)).length();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      long body = Files.size(file) - length;
      if (body <= 0) {
        throw new AssessmentException(file + ": is too short to be an assessment");
      }
      MessageDigest sha = AssessmentJson.sha256();
      byte[] chunk = new byte[1 << 16];
      while (body > 0) {
        int read = in.read(chunk, 0, (int) Math.min(chunk.length, body));
        if (read < 0) {
          throw new AssessmentException(file + ": ends early");
        }
        sha.update(chunk, 0, read);
        body -= read;
      }
      String end = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      if (!end.equals(tail(HexFormat.of().formatHex(sha.digest())))) {
        throw new AssessmentException(
            file + ": is not an assessment as Sigillo wrote it; it was changed or cut short");
      }
    } catch (java.nio.file.NoSuchFileException e) {
      throw new AssessmentException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new AssessmentException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static ControlResult withFindings(ControlResult c, List<Finding> findings) {
    return new ControlResult(
        c.id(),
        c.area(),
        c.severity(),
        c.catalogueSeverity(),
        c.scope(),
        c.subjectKind(),
        c.outcome(),
        c.good(),
        c.bad(),
        c.waived(),
        c.unknown(),
        c.listIncomplete(),
        c.weight(),
        c.earned(),
        c.gain(),
        c.reasons(),
        c.parameters(),
        c.title(),
        c.rationale(),
        c.effect(),
        c.remediation(),
        c.findingTexts(),
        c.mappings(),
        c.codes(),
        c.references(),
        c.declared(),
        c.findingCount(),
        List.copyOf(findings));
  }
}
