package dev.sigillo.snapshot;

/** {@code Get-AcceptedDomain}. */
public record AcceptedDomain(
    RowRef row,
    Setting<String> domainName,
    Setting<String> domainType,
    Setting<Boolean> initialDomain,
    Setting<Boolean> isCoexistenceDomain,
    Setting<Boolean> matchSubDomains,
    Setting<Boolean> sendingFromDomainDisabled)
    implements Fact, Subject {
  @Override
  public String subjectKey() {
    return subjectName().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String subjectName() {
    return domainName.orElse(row.id());
  }
}
