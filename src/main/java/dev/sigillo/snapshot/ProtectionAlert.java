package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-ProtectionAlert}: an alert policy. */
public record ProtectionAlert(
    RowRef row,
    Setting<String> name,
    Setting<String> immutableId,
    Setting<Boolean> disabled,
    Setting<Boolean> notificationEnabled,
    Setting<List<String>> notifyUser,
    Setting<Boolean> isSystemRule,
    Setting<List<String>> operation,
    Setting<String> severity)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return name.orElse(row.id());
  }
}
