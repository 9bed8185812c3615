package dev.sigillo.report;

import dev.sigillo.assessment.ControlResult;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A failing control that has a command.
 *
 * @param control the control
 * @param before shows the present value; null when the control has no such command
 * @param command makes the change
 * @param subjects the first of its failing subjects, key to name; filled while findings are read
 */
record Repair(
    ControlResult control,
    @Nullable CommandTemplate before,
    CommandTemplate command,
    Map<String, String> subjects) {

  static Repair of(ControlResult control, String command) {
    String before = control.remediation().commandBefore();
    return new Repair(
        control,
        before == null ? null : new CommandTemplate(before.strip()),
        new CommandTemplate(command.strip()),
        new LinkedHashMap<>());
  }

  /** How many failing subjects are left out; none when one command serves all. */
  long more() {
    return command.perSubject() ? Math.max(0, control.bad() - subjects.size()) : 0;
  }

  /** Whether it calls the Graph modules besides Exchange's. */
  boolean needsGraph() {
    return command.text().contains("-Mg") || (before != null && before.text().contains("-Mg"));
  }
}
