package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-InboundConnector}. */
public record InboundConnector(
    RowRef row,
    Setting<String> name,
    Setting<Boolean> enabled,
    Setting<String> connectorType,
    Setting<List<String>> senderDomains,
    Setting<List<String>> senderIPAddresses,
    Setting<Boolean> requireTls,
    Setting<Boolean> restrictDomainsToIPAddresses,
    Setting<Boolean> restrictDomainsToCertificate,
    Setting<String> tlsSenderCertificateName,
    Setting<List<String>> trustedOrganizations,
    Setting<Boolean> treatMessagesAsInternal)
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
