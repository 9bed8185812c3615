package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever bytes a file has, it is read or refused with one line, soon. */
class HostilePolicyTest {
  private static final List<Control> CATALOGUE =
      CatalogueLoader.folder(Path.of("rules")).controls();
  private static final String SPECIAL =
      "\0\t\n\r !\"#%&'*+,-./0:;<=>?@[\\]^_`{|}~\u0085\u2028\u202E\uFEFF\uFFFD";

  @TempDir private Path folder;

  @Test
  void a_spoilt_policy_is_read_or_refused_with_one_line() throws IOException {
    byte[] example = Files.readAllBytes(Path.of("policies/example.yaml"));
    Path file = folder.resolve("p.yaml");
    Random random = new Random(1);
    int refused = 0;
    for (int i = 0; i < 1_000; i++) {
      Files.write(file, spoil(example, random));
      refused += refuses(() -> PolicyLoader.load(file.toString(), CATALOGUE)) ? 1 : 0;
    }
    assertThat(refused).isBetween(100, 999);
  }

  @Test
  void a_spoilt_table_is_read_or_refused_with_one_line() {
    byte[] table =
        """
        name;kind;owner;mailbox;credentialKind;credentialRotatedOn;volumePerDay;reviewedOn
        "Scanner; ""A\""";device;Ada;a@contoso.com;password;1/9/2026;200;15/10/2026
        CRM;application;Bob;b@contoso.com;secret;2026-09-01;;2026-10-15
        """
            .getBytes(StandardCharsets.UTF_8);
    Random random = new Random(2);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] spoilt = spoil(table, random);
      refused +=
          refuses(() -> InventoryCsv.read("p.csv", spoilt, new Declarations(CATALOGUE))) ? 1 : 0;
    }
    assertThat(refused).isBetween(500, 4_999);
  }

  private static byte[] spoil(byte[] bytes, Random random) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    StringBuilder spoilt = new StringBuilder(text);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int at = random.nextInt(spoilt.length() - 1);
      char special = SPECIAL.charAt(random.nextInt(SPECIAL.length()));
      switch (random.nextInt(4)) {
        case 0 -> spoilt.deleteCharAt(at);
        case 1 -> spoilt.insert(at, special);
        case 2 -> spoilt.setCharAt(at, special);
        default -> spoilt.delete(at, Math.min(spoilt.length(), at + random.nextInt(60)));
      }
    }
    byte[] result = spoilt.toString().getBytes(StandardCharsets.UTF_8);
    if (random.nextInt(10) == 0) {
      result[random.nextInt(result.length)] = (byte) random.nextInt(256);
    }
    return result;
  }

  private static boolean refuses(Runnable load) {
    try {
      load.run();
      return false;
    } catch (PolicyException e) {
      assertThat(e.getMessage())
          .doesNotContainPattern("[\\p{Cntrl}\\u202E\\u2028]")
          .hasSizeLessThan(2_000);
      return true;
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[", "{", "- ", "? ", "a: ", "[a, ", "{a: ", "!", "&a ", "*a ", "\"", "'", "|\n", "%Y 1\n",
        "#", "a:\n ", "\t", "-\n", "a\n", "? a\n: ", "\r"
      })
  void a_token_repeated_for_megabytes_is_settled_soon(String token) throws IOException {
    settle(token.repeat((4 << 20) / token.length()));
    settle((token.repeat((1 << 18) / token.length() - 1) + "\n").repeat(15));
  }

  private void settle(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), text);
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> refuses(() -> PolicyLoader.load(file.toString(), CATALOGUE)));
  }
}
