package dev.sigillo.snapshot;

/** {@code Get-RemoteDomain}: what mail to a domain may carry. */
public record RemoteDomain(
    RowRef row,
    Setting<String> domainName,
    Setting<Boolean> autoForwardEnabled,
    Setting<Boolean> autoReplyEnabled,
    Setting<Boolean> deliveryReportEnabled,
    Setting<String> allowedOofType)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return domainName.orElse(row.id());
  }
}
