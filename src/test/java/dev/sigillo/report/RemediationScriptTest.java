package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.FindingSource;
import dev.sigillo.control.Control;
import dev.sigillo.control.Remediation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemediationScriptTest {
  private static final String TENANT = "0a1b2c3d-0000-4000-8000-000000000001";

  /** Names as subjects of every control; that none of them is empty is Exchange's own rule. */
  static final List<String> NAMES = HostileNames.ALL;

  @TempDir private Path folder;

  /** The proof: whatever the name, the code around the strings and comments is the same. */
  @ParameterizedTest
  @FieldSource("NAMES")
  void a_name_changes_no_code_in_any_controls_commands(String name) throws IOException {
    List<ControlResult> controls = GivenResults.failing(1);
    for (String language : List.of("it", "en")) {
      String script = script(controls, GivenResults.each(controls, List.of(name)), language, name);
      String plain = script(controls, GivenResults.each(controls, List.of("x")), language, "x");
      assertThat(PowerShellTokens.skeleton(script)).isEqualTo(PowerShellTokens.skeleton(plain));
      assertThat(literals(script)).contains(name, Unseen.shown(name));
      assertThat(script.replace("\r\n", "").substring(1).codePoints()).noneMatch(Unseen::is);
    }
  }

  @Test
  void all_names_together_stay_text() throws IOException {
    List<ControlResult> controls = GivenResults.failing(NAMES.size());
    String script = script(controls, GivenResults.each(controls, NAMES), "en", "Contoso");
    assertThat(literals(script)).containsAll(NAMES);
    for (ControlResult control : controls) {
      String before = control.remediation().commandBefore();
      if (before != null) {
        assertThat(script).contains("#region " + control.id() + "\r\n");
      }
    }
    assertThat(
            PowerShellTokens.of(script).stream()
                .filter(t -> t.kind() == PowerShellTokens.Kind.COMMENT))
        .allMatch(
            t ->
                t.text().startsWith("# ")
                    || t.text().equals("#endregion")
                    || t.text().startsWith("#region ")
                    || t.text().startsWith("#Requires -Modules "));
  }

  @Test
  void present_values_come_first_and_each_change_waits_for_its_own() throws IOException {
    ControlResult control = control("FORWARDING-05", 2);
    FindingSource findings =
        each -> {
          each.accept(control, GivenResults.finding(control, "anna@contoso.com", "guid-1", null));
          each.accept(control, GivenResults.finding(control, "anna@contoso.com", "guid-1", null));
          each.accept(control, GivenResults.finding(control, "bruno@contoso.com", "guid-2", null));
          each.accept(control, GivenResults.finding(control, "carla@contoso.com", "guid-3", 0));
        };
    String script = script(List.of(control), findings, "en", "Contoso");
    assertThat(script)
        .startsWith("\uFEFF# ")
        .contains("# > Tenant: Contoso (" + TENANT + ")\r\n")
        .contains(GivenResults.DIGEST)
        .contains("\r\n#Requires -Modules ExchangeOnlineManagement\r\n[CmdletBinding(")
        .contains("$tenant = '" + TENANT + "'")
        .doesNotContain("carla", "guid-3", "Microsoft.Graph");
    assertThat(script.replace("\r\n", "")).doesNotContain("\n", "\r");
    assertThat(script)
        .containsSubsequence(
            "Save-Present 1 'FORWARDING-05' 'anna@contoso.com' {",
            "    Get-Mailbox -Identity 'guid-1' |",
            "Save-Present 2 'FORWARDING-05' 'bruno@contoso.com' {",
            "if (-not $unread[1] -and $PSCmdlet.ShouldProcess('anna@contoso.com', ",
            "    Set-Mailbox -Identity 'guid-1' -ForwardingAddress $null",
            "if (-not $unread[2] -and",
            "    Set-Mailbox -Identity 'guid-2' ");
    assertThat(script.split("'guid-1'", -1)).hasSize(3);
  }

  @Test
  void a_command_for_the_tenant_stands_once() throws IOException {
    ControlResult control = control("FORWARDING-04", 1);
    String script =
        script(List.of(control), GivenResults.each(List.of(control), NAMES), "it", "Contoso");
    assertThat(script.split("New-TransportRule", -1)).hasSize(2);
    assertThat(script.split("\r\nSave-Present", -1)).hasSize(2);
    assertThat(script).contains("if (-not $unread['FORWARDING-04'] -and ");
  }

  @Test
  void a_row_known_by_its_number_is_named_by_its_name() throws IOException {
    ControlResult control = control("FORWARDING-02", 1);
    FindingSource findings =
        each -> each.accept(control, GivenResults.finding(control, "Default", "#12", null));
    assertThat(script(List.of(control), findings, "en", "Contoso"))
        .contains("Set-RemoteDomain -Identity 'Default' ")
        .doesNotContain("#12");
  }

  @Test
  void more_subjects_than_anyone_reads_are_counted() throws IOException {
    int count = RemediationScript.MOST_SUBJECTS + 5;
    ControlResult control = control("FORWARDING-05", count);
    List<String> names = IntStream.range(0, count).mapToObj(i -> "user" + i).toList();
    String script =
        script(List.of(control), GivenResults.each(List.of(control), names), "en", "Contoso");
    assertThat(script)
        .contains("'user999'")
        .doesNotContain("'user1000'")
        .contains("# 5 more subjects stand in findings.csv.");
    PowerShellTokens.of(script);
  }

  @Test
  void a_tenant_that_is_not_known_is_said_and_a_clean_one_has_no_commands() throws IOException {
    ControlResult control = control("FORWARDING-05", 1);
    FindingSource findings = GivenResults.each(List.of(control), List.of("anna"));
    Assessment unknown = GivenResults.assessment(null, null, List.of(control));
    assertThat(write(unknown, findings, "en"))
        .contains("not stated", "make sure by hand")
        .doesNotContain("Get-ConnectionInformation");
    assertThat(write(GivenResults.assessment("Contoso", TENANT), each -> {}, "en"))
        .contains("# No failing control has a command.")
        .doesNotContain("Save-Present");
  }

  @Test
  void lines_of_a_command_stay_as_they_are() throws IOException {
    String command = "$rule = Get-InboxRule -Mailbox {key}\n$text = @'\nhello\n'@\nSet-X {key}\n";
    ControlResult control = given("$old = Get-Mailbox {subject}\n$old.Name", command);
    String script =
        script(List.of(control), GivenResults.each(List.of(control), NAMES), "en", "Contoso");
    PowerShellTokens.of(script);
    // a here-string before a placeholder is not trusted, so the change is there to read only
    assertThat(script)
        .contains("{\r\n$old = Get-Mailbox 'plain@contoso.com'\r\n$old.Name\r\n}")
        .contains("# > Set-X plain@contoso.com\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "_dmarc.{subject} TXT \"v=DMARC1; p=reject\"",
        "Set-Mailbox -Identity \"{key}\"",
        "Set-Mailbox -Identity '{key}'",
        "Set-Mailbox -Identity \u201C{key}\u201D",
        "Set-Mailbox -Identity \"a`\"{key}\"",
        "Set-Mailbox -Name '\"' -Identity \"{key} '\"'\"",
        "Set-Mailbox # \" {key}",
        "Set-Mailbox <# \" #> -Identity \"{key}\""
      })
  void a_command_in_which_a_name_would_not_be_a_literal_is_not_code(String command)
      throws IOException {
    ControlResult control = given(null, command);
    String script =
        script(List.of(control), GivenResults.each(List.of(control), NAMES), "en", "Contoso");
    String plain =
        script(
            List.of(control),
            GivenResults.each(List.of(control), NAMES.stream().map(n -> "x" + n).toList()),
            "en",
            "Contoso");
    assertThat(PowerShellTokens.skeleton(script))
        .isEqualTo(PowerShellTokens.skeleton(plain))
        .doesNotContain("ShouldProcess(");
    assertThat(script).contains("# Not a command that this script can run.");
  }

  @Test
  void the_tokenizer_of_these_tests_sees_what_breaks_out() {
    assertThatThrownBy(() -> PowerShellTokens.of("Get-X 'it's'"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> PowerShellTokens.of("if (1) { Get-X 'a' } }"))
        .isInstanceOf(AssertionError.class);
    assertThatThrownBy(() -> PowerShellTokens.of("Get-X \"$(Get-Y\""))
        .isInstanceOf(AssertionError.class);
    assertThat(PowerShellTokens.skeleton("Get-X 'a\u2019; Remove-Mailbox \u2018'"))
        .isEqualTo("Get-X ''; Remove-Mailbox ''");
    assertThat(PowerShellTokens.skeleton("a 'it''s' # c 'd\r\n@'\r\n'x\r\n'@ b#'c'"))
        .isEqualTo("a '' #\r\n'' b#''");
  }

  private static ControlResult control(String id, long bad) {
    Control control = GivenResults.CATALOGUE.control(id).orElseThrow();
    return GivenResults.failing(control, control.remediation(), bad);
  }

  private static ControlResult given(@Nullable String before, String command) {
    Control control = GivenResults.CATALOGUE.control("FORWARDING-05").orElseThrow();
    Remediation texts = control.remediation();
    return GivenResults.failing(
        control, new Remediation(texts.steps(), texts.note(), before, command), NAMES.size());
  }

  private String script(
      List<ControlResult> controls, FindingSource findings, String language, String tenant)
      throws IOException {
    return write(GivenResults.assessment(tenant, TENANT, controls), findings, language);
  }

  private String write(Assessment assessment, FindingSource findings, String language)
      throws IOException {
    Path target = folder.resolve("remediation.ps1");
    assertThat(RemediationScript.write(assessment, findings, language, target)).isEqualTo(target);
    return Files.readString(target, StandardCharsets.UTF_8);
  }

  /** The values of the script's literals, sums of literals and characters reckoned. */
  private static List<String> literals(String script) {
    List<PowerShellTokens.Token> tokens = PowerShellTokens.of(script);
    List<String> values = new ArrayList<>();
    StringBuilder sum = new StringBuilder();
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).kind() != PowerShellTokens.Kind.LITERAL) {
        continue;
      }
      sum.append(tokens.get(i).text());
      String after = i + 1 < tokens.size() ? tokens.get(i + 1).text() : "";
      if (after.matches("(?: \\+ \\[char\\]0x[0-9A-F]{1,4})+ \\+ ")) {
        for (String unit : after.strip().split("[ +]+", -1)) {
          if (unit.startsWith("[char]0x")) {
            sum.append((char) Integer.parseInt(unit.substring(8), 16));
          }
        }
      } else {
        values.add(sum.toString());
        sum.setLength(0);
      }
    }
    return values.stream().distinct().collect(Collectors.toList());
  }
}
