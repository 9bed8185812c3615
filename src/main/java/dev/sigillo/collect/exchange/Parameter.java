package dev.sigillo.collect.exchange;

/** Parameters that commands are given. */
enum Parameter {
  RESULT_SIZE("ResultSize"),
  IDENTITY("Identity"),
  MAILBOX("Mailbox"),
  INCLUDE_HIDDEN("IncludeHidden"),
  FILTER("Filter"),
  IS_TRANSPORT_RULE_SCOPED("IsTransportRuleScoped"),
  INCLUDE_TEST_MODE_CONNECTORS("IncludeTestModeConnectors"),
  START_DATE("StartDate"),
  END_DATE("EndDate"),
  OPERATIONS("Operations"),
  SESSION_ID("SessionId"),
  SESSION_COMMAND("SessionCommand"),
  STATUS("Status"),
  STARTING_RECIPIENT_ADDRESS("StartingRecipientAddress");

  private final String sent;

  Parameter(String sent) {
    this.sent = sent;
  }

  /** As Microsoft writes it. */
  String sent() {
    return sent;
  }
}
