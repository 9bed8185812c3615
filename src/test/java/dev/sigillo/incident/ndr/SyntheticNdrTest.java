package dev.sigillo.incident.ndr;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Made-up reports of the case that matters: Exchange Online's address is on SpamCop's list. */
class SyntheticNdrTest {
  private static final Path FOLDER = Path.of("src/test/resources/ndr/synthetic");

  @ParameterizedTest
  @MethodSource("files")
  void every_language_and_layout_says_the_same(Path file) {
    List<Bounce> bounces = Collected.from(file).bounces();
    assertThat(bounces).hasSize(1);
    Bounce bounce = bounces.get(0);
    assertThat(bounce.recipient()).isEqualTo("kunde@recipient.example");
    assertThat(bounce.action()).isEqualTo("failed");
    assertThat(bounce.reason()).isEqualTo(Reason.BLOCKED);
    assertThat(bounce.blockList()).isEqualTo("SpamCop");
    assertThat(bounce.blockListZone()).isEqualTo("bl.spamcop.net");
    assertThat(bounce.status()).matches("[45]\\.\\d\\.\\d{1,3}");
    assertThat(bounce.clientIp()).isIn("40.107.20.45", "40.107.20.46", "2a01:111:f403:c20a::5");
    assertThat(bounce.time()).isEqualTo("2026-11-24T09:12:05Z");
  }

  @Test
  void the_undelivered_message_is_named_and_never_shown() throws IOException {
    Bounce bounce = Collected.from(FOLDER.resolve("exo-de.eml")).bounces().get(0);
    assertThat(bounce.messageId()).isEqualTo("original-exo-de@contoso.example");
    assertThat(bounce.received()).hasSize(1).first().asString().contains("DB9PR02MB0002");
    assertThat(bounce.authenticationResults()).hasSize(1);
    assertThat(bounce.remoteMta()).isEqualTo("mx1.recipient.example");
    assertThat(bounce.reportingMta()).isEqualTo("AM0PR01MB0001.eurprd01.prod.exchangelabs.com");
    assertThat(bounce.toString()).doesNotContain("Private");
  }

  @Test
  void the_original_can_be_found_again_and_its_sender_is_named() throws Exception {
    Path file = FOLDER.resolve("exo-de.eml");
    Bounce bounce = Collected.from(file).bounces().get(0);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    assertThat(bounce.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
    assertThat(bounce.sender()).contains("@contoso.example");
  }

  static List<Path> files() throws IOException {
    try (var files = Files.list(FOLDER)) {
      return files.filter(f -> f.toString().endsWith(".eml")).sorted().toList();
    }
  }
}
