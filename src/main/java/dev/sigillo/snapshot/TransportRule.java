package dev.sigillo.snapshot;

import java.time.Instant;
import java.util.List;

/** {@code Get-TransportRule}: a mail flow rule. */
public record TransportRule(
    RowRef row,
    Setting<String> name,
    Setting<String> state,
    Setting<String> mode,
    Setting<List<String>> redirectMessageTo,
    Setting<List<String>> blindCopyTo,
    Setting<List<String>> copyTo,
    Setting<List<String>> addToRecipients,
    Setting<String> routeMessageOutboundConnector,
    Setting<List<String>> conditions,
    Setting<List<String>> exceptions,
    Setting<Instant> activationDate,
    Setting<Instant> expiryDate,
    Setting<String> messageTypeMatches,
    Setting<String> sentToScope,
    Setting<String> fromScope,
    Setting<String> rejectMessageReasonText,
    Setting<String> rejectMessageEnhancedStatusCode,
    Setting<Boolean> deleteMessage,
    Setting<Long> setScl,
    Setting<String> prependSubject,
    Setting<String> headerContainsMessageHeader,
    Setting<List<String>> headerContainsWords,
    Setting<String> headerMatchesMessageHeader,
    Setting<List<String>> headerMatchesPatterns)
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
