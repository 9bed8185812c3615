package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-HostedConnectionFilterPolicy}: addresses that skip the spam filter. */
public record ConnectionFilterPolicy(
    RowRef row,
    Setting<String> name,
    Setting<List<String>> ipAllowList,
    Setting<Boolean> enableSafeList)
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
