package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.FindingSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code remediation.ps1}: the commands that mend what an assessment found, to be read and run by
 * hand, never by Sigillo. It first writes down the present values, then asks before each change.
 * UTF-8 with a byte-order mark, CRLF. A name in it is data: see {@link PowerShellLiteral}.
 */
public final class RemediationScript {
  /** Subjects of a control that get commands; a script of more is read by nobody. */
  static final int MOST_SUBJECTS = 1_000;

  private RemediationScript() {}

  /**
   * Writes the script.
   *
   * @param assessment the assessment
   * @param findings all of its findings
   * @param language {@code it} or {@code en}, for the comments
   * @param target where the file should end up
   * @return where it is: the target, or a name beside it when the target is held open
   * @throws java.io.UncheckedIOException if it cannot be written
   */
  public static Path write(
      Assessment assessment, FindingSource findings, String language, Path target) {
    List<Repair> repairs = repairs(assessment, findings);
    return ResultFile.write(
        target,
        out -> {
          ScriptLines lines = new ScriptLines(out);
          new ScriptParts(lines, language).write(assessment, repairs);
          lines.flush();
        });
  }

  private static List<Repair> repairs(Assessment assessment, FindingSource findings) {
    Map<String, Repair> repairs = new LinkedHashMap<>();
    for (ControlResult control : assessment.controls()) {
      String command = control.remediation().command();
      if (command != null && control.bad() > 0) {
        repairs.put(control.id(), Repair.of(control, command));
      }
    }
    findings.forEach(
        (control, finding) -> {
          Repair repair = repairs.get(control.id());
          if (repair != null
              && finding.waiver() == null
              && repair.subjects().size() < MOST_SUBJECTS) {
            repair.subjects().putIfAbsent(finding.key(), finding.subject());
          }
        });
    return new ArrayList<>(repairs.values());
  }
}
