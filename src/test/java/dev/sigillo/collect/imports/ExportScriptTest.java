package dev.sigillo.collect.imports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The script that an administrator runs reads only, and exports all that facts need. */
class ExportScriptTest {
  private static final Set<String> HARMLESS =
      Set.of(
          "ConvertTo-Json",
          "ForEach-Object",
          "Where-Object",
          "Sort-Object",
          "Add-Member",
          "Join-Path",
          "New-Item",
          "New-Object",
          "Write-Host",
          "Write-Progress",
          "Write-Warning",
          "Copy-Property",
          "Copy-Application",
          "Save-Rows",
          "Export-Command",
          "Export-PerMailbox");

  private static String script() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            ExportScriptTest.class.getResourceAsStream("/export/export-cmdlets.ps1"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .replaceAll("(?s)<#.*?#>", "")
          .replaceAll("(?m)^\\s*#.*$", "");
    }
  }

  @Test
  void it_calls_nothing_that_changes_a_tenant() throws IOException {
    Matcher commands =
        Pattern.compile("(?<![-\\w$'.])[A-Z][a-zA-Z]+-[A-Z][A-Za-z0-9]+(?![-\\w.])")
            .matcher(script());
    Set<String> others = new TreeSet<>();
    while (commands.find()) {
      if (!commands.group().startsWith("Get-") && !HARMLESS.contains(commands.group())) {
        others.add(commands.group());
      }
    }
    assertThat(others).isEmpty();
    assertThat(script()).doesNotContain("Invoke-", "iex ", "DownloadString");
  }

  @Test
  void windows_powershell_reads_it_without_a_byte_order_mark() throws IOException {
    assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(script())).isTrue();
  }

  @Test
  void its_brackets_close() throws IOException {
    String code = script().replaceAll("'[^'\\n]*'", "''").replaceAll("\"[^\"\\n]*\"", "\"\"");
    for (String pair : new String[] {"()", "{}", "[]"}) {
      assertThat(code.chars().filter(c -> c == pair.charAt(0)).count())
          .as(pair)
          .isEqualTo(code.chars().filter(c -> c == pair.charAt(1)).count());
    }
  }

  @TestFactory
  Stream<DynamicTest> it_exports_every_property_that_a_fact_has() throws IOException {
    String script = script();
    return Arrays.stream(Dataset.values())
        .filter(dataset -> !dataset.isLog() && !dataset.isPublic() && !dataset.isRead())
        // Signed in as a person, Graph shows that person's own rules only.
        .filter(dataset -> dataset != Dataset.MESSAGE_RULE)
        .map(
            dataset ->
                DynamicTest.dynamicTest(
                    dataset.id(),
                    () ->
                        assertThat(missing(dataset, script))
                            .as("to be added to export-cmdlets.ps1")
                            .isEmpty()));
  }

  private static Set<String> missing(Dataset dataset, String script) {
    String exported = "";
    for (String command : ExportFolder.commands(dataset)) {
      Matcher list =
          Pattern.compile("'" + Pattern.quote(command) + "' @\\((.*?)\\)", Pattern.DOTALL)
              .matcher(script);
      exported += list.find() ? list.group(1) : "";
    }
    if (dataset == Dataset.GROUP_MEMBER) {
      exported = script.substring(script.indexOf("Copy-Property $one @("));
      exported = exported.substring(0, exported.indexOf(')'));
    }
    Set<String> missing = new TreeSet<>();
    for (RecordComponent component : dataset.type().getRecordComponents()) {
      String name = component.getName();
      boolean withheld =
          !Projection.of(dataset, false).properties().contains(name)
              && (dataset == Dataset.INBOX_RULE || dataset == Dataset.USER);
      if (!name.equals("row")
          && !withheld
          && !exported
              .toLowerCase(Locale.ROOT)
              .contains("'" + name.toLowerCase(Locale.ROOT) + "'")) {
        missing.add(name);
      }
    }
    return missing;
  }
}
