package dev.sigillo.effective;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sigillo.snapshot.HandmadeSnapshot;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TenantFactsReader;
import java.time.Instant;
import java.util.Map;

/** Facts as the production reader makes them out of rows written in YAML. */
final class FromYaml {
  private static final Instant AT = Instant.parse("2026-11-01T00:00:00Z");

  private FromYaml() {}

  static TenantFacts facts(String yaml) {
    try (Snapshot snapshot = snapshot(yaml)) {
      return TenantFactsReader.read(snapshot);
    }
  }

  static Mailbox mailbox(String yaml) {
    try (Snapshot snapshot = snapshot(yaml);
        MailboxReader mailboxes = MailboxReader.open(snapshot)) {
      return mailboxes.next();
    }
  }

  private static Snapshot snapshot(String yaml) {
    try {
      Map<String, JsonNode> datasets = new YAMLMapper().readValue(yaml, new TypeReference<>() {});
      return HandmadeSnapshot.of(
          new ManifestHeader("", null, null, "contoso.onmicrosoft.com", null, AT, AT), datasets);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
