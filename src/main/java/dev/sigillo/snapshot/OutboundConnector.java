package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-OutboundConnector}. */
public record OutboundConnector(
    RowRef row,
    Setting<String> name,
    Setting<Boolean> enabled,
    Setting<String> connectorType,
    Setting<List<String>> recipientDomains,
    Setting<List<String>> smartHosts,
    Setting<Boolean> useMXRecord,
    Setting<String> tlsSettings,
    Setting<String> tlsDomain,
    Setting<Boolean> isTransportRuleScoped,
    Setting<Boolean> routeAllMessagesViaOnPremises)
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
