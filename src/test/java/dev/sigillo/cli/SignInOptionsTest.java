package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SignInOptionsTest {
  private static final String TENANT = "contoso.onmicrosoft.com";

  @TempDir private Path folder;

  @Command(name = "try")
  private static final class Try {
    @Mixin private final SignInOptions options;

    Try(Map<String, String> environment) {
      options = new SignInOptions(environment);
    }
  }

  @Test
  void a_tenant_is_always_needed() {
    assertThatThrownBy(() -> open(Map.of("AZURE_TENANT_ID", TENANT)))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("--tenant is missing; allowed: the tenant's GUID");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                     | nobody is named to sign in",
        "--auth secret                          | --client-id is missing",
        "--auth secret --client-id c            | --auth secret lacks what it needs; allowed: --client-secret-file",
        "--auth certificate --client-id c       | --auth certificate lacks what it needs; allowed: --certificate FILE",
        "--auth workload-identity --client-id c | environment's AZURE_FEDERATED_TOKEN_FILE",
        "--auth device-code                     | --client-id is missing",
        "--client-secret-file no.txt --client-id c | no.txt: does not exist",
        "--auth azure-cli --cloud mars          | --cloud mars is unknown; allowed: global, gcc-high, dod, china",
        "--auth azure-cli --ca-file no.pem      | no.pem: does not exist (--ca-file)",
        "--auth azure-cli --endpoints no.yaml   | no.yaml: does not exist",
      })
  void what_is_missing_is_said(String typed, String sentence) {
    String[] words = ("--tenant " + TENANT + " " + typed).strip().split("\\s+");

    assertThatThrownBy(() -> open(Map.of(), words)).hasMessageContaining(sentence);
  }

  @Test
  void no_option_takes_a_secret() {
    assertThat(new CommandLine(new Try(Map.of())).getUsageMessage())
        .doesNotContain("--client-secret=", "--password", "--certificate-password=");
    assertThatThrownBy(() -> open(Map.of(), "--client-secret", "x"))
        .isInstanceOf(CommandLine.UnmatchedArgumentException.class);
  }

  @Test
  void endpoints_elsewhere_are_refused() throws IOException {
    String here = "https://localhost:1";
    Path file = folder.resolve("endpoints.yaml");
    String yaml =
        """
        authority: %s
        graph: https://localhost:2
        exchange: https://localhost:3
        compliance: https://localhost:4
        ca: ca.pem
        """;

    Files.writeString(file, yaml.formatted("https://login.example.com"));
    assertThatThrownBy(() -> SimulatedEndpoints.read(file))
        .hasMessage(
            file
                + ": authority: https://login.example.com is no service of this machine; allowed:"
                + " https://localhost:PORT");
    Files.writeString(file, yaml.formatted(here) + "graf: x\n");
    assertThatThrownBy(() -> SimulatedEndpoints.read(file)).hasMessageContaining("graf");
    Files.writeString(file, "graph: https://localhost:2\n");
    assertThatThrownBy(() -> SimulatedEndpoints.read(file)).hasMessageContaining("authority");

    Files.writeString(file, yaml.formatted(here));
    assertThat(SimulatedEndpoints.read(file).cloud(file).graph().audience())
        .isEqualTo("https://graph.microsoft.com");
    assertThat(SimulatedEndpoints.read(file).authorityFile(file))
        .isEqualTo(folder.resolve("ca.pem").toAbsolutePath());
  }

  @Test
  void a_secret_is_one_line() throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "\uFEFFabc~1\r\n");
    assertThat(SecretFile.read(file)).isEqualTo("abc~1");

    Files.writeString(file, "abc~1\ndef\n");
    assertThatThrownBy(() -> SecretFile.read(file))
        .hasMessage(file + ": holds no secret; allowed: one line with nothing but it");
  }

  private static Session open(Map<String, String> environment, String... words) {
    Try command = new Try(environment);
    new CommandLine(command).setCaseInsensitiveEnumValuesAllowed(true).parseArgs(words);
    return command.options.open(new PrintWriter(Writer.nullWriter()), Clock.systemUTC());
  }
}
