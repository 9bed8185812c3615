package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sigillo.control.Severity;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies that extend one another, as files. */
class PolicyChainTest {
  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static Policy load(Path file) {
    return PolicyLoader.load(file.toString(), Controls.ALL);
  }

  private void assertRefused(Path file, String sentence) {
    assertThatThrownBy(() -> load(file))
        .isInstanceOf(PolicyException.class)
        .hasMessage(folder + java.io.File.separator + sentence);
  }

  @Test
  void choices_of_the_nearer_win_and_declarations_add_up() throws IOException {
    write(
        "base/base.yaml",
        """
        extends: default
        minCoverage: 70
        controls: {OUTBOUND-01: {severity: low, reason: Small, parameters: {perDay: 500}}}
        attestations:
          - {control: PROCESS-01, statement: s, by: b, on: 2026-10-01, validUntil: 2026-12-31}
        """);
    Path own =
        write(
            "own.yaml",
            """
            extends: base/base.yaml
            controls: {OUTBOUND-01: {severity: medium, parameters: {perHour: 100}}}
            attestations:
              - {control: PROCESS-01, statement: t, by: b, on: 2026-11-01, validUntil: 2027-01-31}
            """);
    Policy policy = load(own);
    assertThat(policy.name()).isEqualTo("own.yaml");
    assertThat(policy.chain()).containsExactly("base.yaml", "default");
    assertThat(policy.minCoverage()).isEqualTo(70);
    assertThat(policy.severity(Controls.LIMITS)).isEqualTo(Severity.MEDIUM);
    assertThat(policy.settings(Controls.LIMITS).reason()).isEqualTo("Small");
    assertThat(policy.parameters(Controls.LIMITS))
        .containsEntry("perDay", JsonNodeFactory.instance.numberNode(500));
    assertThat(policy.parameters(Controls.LIMITS))
        .containsEntry("perHour", JsonNodeFactory.instance.numberNode(100));
    assertThat(policy.attestations()).extracting(Attestation::statement).containsExactly("s", "t");
    assertThat(policy.weakenings())
        .extracting(Policy.Weakening::what)
        .containsExactly("minCoverage", "severity", "perHour");
  }

  @Test
  void a_control_taken_back_needs_no_reason_and_keeps_none() throws IOException {
    write("base.yaml", "controls: {SMTPAUTH-01: {enabled: false, reason: Elsewhere}}\n");
    Policy policy =
        load(write("own.yaml", "extends: base.yaml\ncontrols: {SMTPAUTH-01: {enabled: true}}\n"));
    assertThat(policy.settings(Controls.SMTP).enabled()).isTrue();
    assertThat(policy.settings(Controls.SMTP).reason()).isNull();
  }

  @Test
  void the_weaker_is_told_from_what_is_extended_not_from_the_catalogue() throws IOException {
    write("base.yaml", "controls: {OUTBOUND-01: {parameters: {perDay: 200}}}\n");
    Policy policy =
        load(
            write(
                "own.yaml",
                "extends: base.yaml\ncontrols: {OUTBOUND-01: {parameters: {perDay: 300}}}\n"));
    assertThat(policy.weakenings())
        .containsExactly(new Policy.Weakening("OUTBOUND-01", "perDay", "200", "300", null));
  }

  @Test
  void the_digest_covers_every_file_in_order() throws IOException, NoSuchAlgorithmException {
    write("base.yaml", "inventory: senders.csv\n");
    write("senders.csv", "name,kind,owner,mailbox\nA,device,B,a@contoso.com\n");
    Path own = write("own.yaml", "extends: base.yaml\n");
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (String name : List.of("own.yaml", "base.yaml", "senders.csv")) {
      sha.update(Files.readAllBytes(folder.resolve(name)));
      sha.update((byte) 0);
    }
    assertThat(load(own).digest()).isEqualTo(HexFormat.of().formatHex(sha.digest()));
  }

  @Test
  void a_file_with_byte_order_mark_and_windows_line_ends_is_read() throws IOException {
    Path own = write("own.yaml", "\uFEFFextends: default\r\nminCoverage: 90\r\n");
    assertThat(load(own).minCoverage()).isEqualTo(90);
    Path wrong = write("wrong.yaml", "\uFEFFextends: default\r\nminCoverag: 90\r\n");
    assertThatThrownBy(() -> load(wrong)).hasMessageContaining("wrong.yaml:2: unknown key");
  }

  @Test
  void a_bundled_policy_is_named_without_a_path() {
    Policy policy = PolicyLoader.load("default", Controls.ALL);
    assertThat(policy.name()).isEqualTo("default");
    assertThat(policy.chain()).isEmpty();
    assertThat(policy.weakenings()).isEmpty();
  }

  @Test
  void a_circle_is_refused() throws IOException {
    write("a.yaml", "extends: b.yaml\n");
    write("b.yaml", "minCoverage: 80\nextends: ./a.yaml\n");
    assertRefused(
        folder.resolve("a.yaml"),
        "b.yaml:2: 'extends: ./a.yaml' leads in a circle; allowed: a chain that ends");
    Path self = write("self.yaml", "extends: self.yaml\n");
    assertRefused(
        self, "self.yaml:1: 'extends: self.yaml' leads in a circle; allowed: a chain that ends");
  }

  @Test
  void a_chain_without_end_is_refused() throws IOException {
    for (int i = 0; i < 12; i++) {
      write("p" + i + ".yaml", "extends: p" + (i + 1) + ".yaml\n");
    }
    assertRefused(
        folder.resolve("p0.yaml"),
        "p10.yaml:1: 'extends' leads too far; allowed: 10 policies in a row");
  }

  @Test
  void an_extended_file_that_is_not_there_is_named_where_it_is_extended() throws IOException {
    Path own = write("own.yaml", "failLevel: high\nextends: basis.yaml\n");
    assertRefused(
        own,
        "own.yaml:2: 'extends: basis.yaml' cannot be followed: there is no such file; allowed: a"
            + " policy file, or one of default, cis-m365, scuba, microsoft-strict");
  }

  @Test
  void a_policy_that_is_not_there_says_what_is() {
    assertThatThrownBy(() -> PolicyLoader.load("defualt", Controls.ALL))
        .hasMessage(
            "defualt: there is no such file (did you mean 'default'?); allowed: a policy file, or"
                + " one of default, cis-m365, scuba, microsoft-strict");
  }

  @Test
  void a_folder_is_not_a_policy() {
    assertThatThrownBy(() -> PolicyLoader.load(folder.toString(), Controls.ALL))
        .hasMessage(
            folder
                + ": it is a folder; allowed: a policy file, or one of default, cis-m365, scuba,"
                + " microsoft-strict");
  }

  @Test
  void a_huge_file_is_refused_unread() throws IOException {
    Path own = write("own.yaml", "#".repeat((4 << 20) + 1));
    assertRefused(
        own,
        "own.yaml: it is larger than 4 MiB; allowed: a policy file, or one of default, cis-m365,"
            + " scuba, microsoft-strict");
  }

  @Test
  void a_file_in_another_encoding_is_refused_with_the_line() throws IOException {
    Path own = folder.resolve("own.yaml");
    Files.write(own, "failLevel: high\n# perché\n".getBytes(StandardCharsets.ISO_8859_1));
    assertRefused(
        own, "own.yaml:2: here is a character that is not UTF-8; allowed: a file saved as UTF-8");
    Files.write(own, "\uFEFFfailLevel: high\n".getBytes(StandardCharsets.UTF_16LE));
    assertRefused(
        own, "own.yaml:1: here is a character that is not UTF-8; allowed: a file saved as UTF-8");
  }

  @Test
  void a_mistake_in_an_extended_file_names_that_file() throws IOException {
    write("base.yaml", "timeZone: UTC\nfailLevel: hgh\n");
    Path own = write("own.yaml", "extends: base.yaml\n");
    assertRefused(
        own,
        "base.yaml:2: 'failLevel' is 'hgh' (did you mean 'high'?); allowed: critical, high,"
            + " medium, low, never");
  }

  @Test
  void a_sender_declared_in_two_files_of_a_chain_is_refused() throws IOException {
    write(
        "base.yaml",
        "inventory: [{name: Scanner, kind: device, owner: o, mailbox: s@contoso.com}]\n");
    Path own =
        write(
            "own.yaml",
            """
            extends: base.yaml
            inventory: [{name: Scanner, kind: device, owner: o, mailbox: t@contoso.com}]
            """);
    assertThatThrownBy(() -> load(own))
        .hasMessage(
            "%s:2: the sender 'Scanner' stands in %s:1 already; allowed: once"
                .formatted(own, folder.resolve("base.yaml")));
  }
}
