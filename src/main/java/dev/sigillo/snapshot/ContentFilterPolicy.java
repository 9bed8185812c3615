package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-HostedContentFilterPolicy}: an inbound spam policy. */
public record ContentFilterPolicy(
    RowRef row,
    Setting<String> name,
    Setting<List<String>> allowedSenders,
    Setting<List<String>> allowedSenderDomains)
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
