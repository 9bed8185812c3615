package dev.sigillo.snapshot;

/**
 * {@code Get-MailboxAuditBypassAssociation}: whether an account's actions in mailboxes go unlogged.
 * Exchange has a row for every account; rules see those that are not {@link #ordinary()}, which are
 * subjects all the same.
 */
public record MailboxAuditBypass(
    RowRef row, Setting<String> name, Setting<String> identity, Setting<Boolean> auditBypassEnabled)
    implements Fact, Subject {
  /** Whether it says all there is to say, and that the account is logged as it should be. */
  boolean ordinary() {
    return name.known() && identity.known() && auditBypassEnabled.is(false);
  }

  @Override
  public String subjectKey() {
    return row.id();
  }

  @Override
  public String subjectName() {
    return name.orElse(row.id());
  }
}
