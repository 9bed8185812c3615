package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What stands in the script, from top to bottom. */
final class ScriptParts {
  /**
   * Writes down one present value. A value that cannot be read is remembered, by its number and by
   * its control, so that the change does not follow.
   */
  private static final String SAVE =
      """
      $file = Join-Path $PSScriptRoot ('sigillo-before-' + (Get-Date -Format 'yyyyMMdd-HHmmss') + '.txt')
      $unread = @{}
      function Save-Present {
          param([int] $Number, [string] $Control, [string] $Subject, [scriptblock] $Read)
          $shown = @(try { & $Read 2>&1 } catch { $_ })
          $errors = @($shown | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] })
          if ($errors.Count -gt 0) {
              $unread[$Number] = $true
              $unread[$Control] = $true
              $shown = $errors | ForEach-Object { $_.ToString() }
              Write-Warning ($Control + ', ' + $Subject + ': ' + %s)
          }
          @(('== ' + $Control + ', ' + $Subject), ($shown | Out-String -Width 4096)) |
              Out-File -LiteralPath $file -Append -Encoding utf8 -WhatIf:$false -Confirm:$false
      }""";

  private final ScriptLines lines;
  private final ScriptWords words;
  private final String language;

  /** Number of the first value that is written down for a control, subject by subject. */
  private final Map<String, Integer> firstNumbers = new HashMap<>();

  private int number;

  ScriptParts(ScriptLines lines, String language) {
    this.lines = lines;
    this.words = new ScriptWords(language);
    this.language = language;
  }

  void write(Assessment assessment, List<Repair> repairs) throws IOException {
    boolean graph = repairs.stream().anyMatch(Repair::needsGraph);
    header(assessment, graph);
    lines.code("#Requires -Modules ExchangeOnlineManagement");
    if (graph) {
      lines.code("#Requires -Modules Microsoft.Graph.Authentication");
    }
    lines.code("[CmdletBinding(SupportsShouldProcess, ConfirmImpact = 'High')]");
    lines.code("param()");
    lines.blank();
    // not stricter: a property that the service leaves out is no reason to stop
    lines.code("Set-StrictMode -Version 1.0");
    lines.code("$ErrorActionPreference = 'Stop'");
    lines.blank();
    if (repairs.isEmpty()) {
      lines.comment(words.say("nothing"));
      return;
    }
    tenantCheck(assessment.snapshot().tenantId(), graph);
    lines.comment(words.say("part.before"));
    lines.code(SAVE.formatted(literal("unread")));
    lines.blank();
    for (Repair repair : repairs) {
      record(repair);
    }
    lines.code("Write-Host (" + literal("saved") + " + ' ' + $file)");
    lines.blank();
    lines.comment(words.say("part.change"));
    lines.code("$ErrorActionPreference = 'Continue'");
    lines.blank();
    for (Repair repair : repairs) {
      change(repair);
    }
  }

  private void header(Assessment assessment, boolean graph) throws IOException {
    Assessment.SnapshotInfo snapshot = assessment.snapshot();
    String unnamed = words.say("tenant.unnamed");
    lines.comment(words.say("title"));
    lines.comment(words.say("about"));
    lines.comment(words.say("connect"));
    if (graph) {
      lines.comment(words.say("connect.graph"));
    }
    lines.remark(
        words.say(
            "tenant",
            Map.of(
                "name", firstStated(snapshot.tenantName(), snapshot.initialDomain(), unnamed),
                "id", firstStated(snapshot.tenantId(), unnamed))));
    lines.remark(words.say("asof", Map.of("instant", assessment.asOf().toString())));
    lines.remark(words.say("snapshot", Map.of("digest", snapshot.digest())));
    lines.remark(words.say("results", Map.of("digest", assessment.resultsDigest())));
    lines.blank();
  }

  private void tenantCheck(@Nullable String tenantId, boolean graph) throws IOException {
    if (tenantId == null) {
      lines.comment(words.say("check.unknown"));
      lines.blank();
      return;
    }
    lines.comment(words.say("check"));
    lines.code("$tenant = " + PowerShellLiteral.of(tenantId));
    lines.code(
        "$tenants = @(Get-ConnectionInformation | Where-Object { $_.State -eq 'Connected' } |"
            + " ForEach-Object { [string] $_.TenantID })");
    lines.code(
        "if ($tenants.Count -eq 0 -or @($tenants | Where-Object { $_ -ne $tenant }).Count -gt 0) {");
    lines.inside("throw " + literal("check.failed"));
    lines.code("}");
    if (graph) {
      lines.code("if ((Get-MgContext).TenantId -ne $tenant) {");
      lines.inside("throw " + literal("check.failed"));
      lines.code("}");
    }
    lines.blank();
  }

  private void record(Repair repair) throws IOException {
    CommandTemplate before = repair.before();
    if (before == null) {
      return;
    }
    String id = repair.control().id();
    lines.code("#region " + id);
    lines.comment(repair.control().title().in(language));
    if (!before.runnable()) {
      manual(before, repair);
    } else if (before.perSubject()) {
      firstNumbers.put(id, number + 1);
      for (Map.Entry<String, String> subject : repair.subjects().entrySet()) {
        save(id, subject.getValue(), before.forSubject(subject.getValue(), subject.getKey()));
      }
    } else {
      save(id, "", before.text());
    }
    lines.code("#endregion");
    lines.blank();
  }

  private void save(String id, String subject, String command) throws IOException {
    number++;
    lines.code(
        "Save-Present %d '%s' %s {"
            .formatted(number, id, PowerShellLiteral.of(Unseen.shown(subject))));
    lines.inside(command);
    lines.code("}");
  }

  private void change(Repair repair) throws IOException {
    CommandTemplate command = repair.command();
    String id = repair.control().id();
    lines.code("#region " + id);
    lines.comment(repair.control().title().in(language));
    lines.comment(
        words.say("steps", Map.of("steps", repair.control().remediation().steps().in(language))));
    lines.comment(
        words.say("note", Map.of("note", repair.control().remediation().note().in(language))));
    if (!command.runnable()) {
      manual(command, repair);
    } else if (command.perSubject()) {
      Integer first = firstNumbers.get(id);
      int offset = 0;
      for (Map.Entry<String, String> subject : repair.subjects().entrySet()) {
        String own = first == null ? "'" + id + "'" : Integer.toString(first + offset++);
        ask(repair, own, subject.getValue());
        lines.inside(command.forSubject(subject.getValue(), subject.getKey()));
        lines.code("}");
      }
    } else {
      ask(repair, "'" + id + "'", String.join(", ", repair.subjects().values()));
      lines.inside(command.text());
      lines.code("}");
    }
    if (repair.more() > 0) {
      lines.comment(words.say("more", Map.of("count", Long.toString(repair.more()))));
    }
    lines.code("#endregion");
    lines.blank();
  }

  private void ask(Repair repair, String guard, String subjects) throws IOException {
    lines.code(
        "if (-not $unread[%s] -and $PSCmdlet.ShouldProcess(%s, %s)) {"
            .formatted(
                guard,
                PowerShellLiteral.of(Unseen.shown(subjects)),
                PowerShellLiteral.of(
                    repair.control().id() + ": " + repair.control().title().in(language))));
  }

  private void manual(CommandTemplate template, Repair repair) throws IOException {
    lines.comment(words.say("manual"));
    for (Map.Entry<String, String> subject : repair.subjects().entrySet()) {
      for (String line : template.text().split("\r\n|\r|\n", -1)) {
        lines.remark(new CommandTemplate(line).toRead(subject.getValue(), subject.getKey()));
      }
      if (!template.perSubject()) {
        return;
      }
    }
  }

  private String literal(String key) {
    return PowerShellLiteral.of(words.say(key));
  }

  private static String firstStated(@Nullable String... values) {
    for (String value : values) {
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "";
  }
}
