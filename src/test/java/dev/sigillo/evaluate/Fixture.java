package dev.sigillo.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.control.Catalogue;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.policy.PolicyLoader;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small tenant, judged by the bundled catalogue. */
final class Fixture {
  static final Instant END = Instant.parse("2026-11-01T00:00:00Z");
  private static final ObjectMapper YAML = new YAMLMapper();
  private static final Catalogue BUNDLED = CatalogueLoader.bundled();
  private static final Evaluator EVALUATOR = Evaluator.of(BUNDLED, BUNDLED);

  private final Map<String, JsonNode> datasets = new LinkedHashMap<>();
  private String policy = "{}";

  /** A dataset as YAML: rows, lines or a status. */
  Fixture with(String dataset, String yaml) {
    try {
      datasets.put(dataset, YAML.readTree(yaml));
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
    return this;
  }

  Fixture policy(String yaml) {
    policy = yaml;
    return this;
  }

  /** Mailboxes whose SMTP AUTH is switched on for every n-th. */
  Fixture mailboxes(int count, int everyNth) {
    ArrayNode mailboxes = YAML.createArrayNode();
    ArrayNode cas = YAML.createArrayNode();
    for (int i = 0; i < count; i++) {
      String key = "m%06d".formatted(i);
      ObjectNode row = mailboxes.addObject().put("key", key).putObject("row");
      row.put("PrimarySmtpAddress", "user%d@contoso.com".formatted(i));
      row.put("UserPrincipalName", "user%d@contoso.com".formatted(i));
      row.put("RecipientTypeDetails", "UserMailbox");
      row.putArray("EmailAddresses").add("SMTP:user%d@contoso.com".formatted(i));
      ObjectNode settings = cas.addObject().put("key", key).putObject("row");
      if (i % everyNth == 0) {
        settings.put("SmtpClientAuthenticationDisabled", false);
      } else {
        settings.putNull("SmtpClientAuthenticationDisabled");
      }
      settings.put("PopEnabled", false).put("ImapEnabled", false);
    }
    datasets.put("exchange/Get-Mailbox", mailboxes);
    datasets.put("exchange/Get-CASMailbox", cas);
    return this;
  }

  Snapshot snapshot() {
    return HandmadeSnapshot.of(CaseRunner.header(END), datasets);
  }

  Assessment judge(Path file) {
    return judge(file, 1, null);
  }

  Assessment judge(Path file, int workers, @Nullable Instant asOf) {
    try (Snapshot snapshot = snapshot()) {
      EVALUATOR.evaluate(
          new Request(
              snapshot,
              PolicyLoader.parse("test", policy, BUNDLED.controls()),
              asOf,
              workers,
              "test",
              Progress.NONE),
          file);
    }
    return AssessmentReader.open(file).read(100);
  }

  static ControlResult result(Assessment assessment, String control) {
    return assessment.controls().stream()
        .filter(c -> c.id().equals(control))
        .findFirst()
        .orElseThrow();
  }
}
