package dev.sigillo.snapshot;

/** {@code Get-MailboxAuditBypassAssociation}: an account whose mailbox actions are not logged. */
public record MailboxAuditBypass(
    RowRef row, Setting<String> name, Setting<String> identity, Setting<Boolean> auditBypassEnabled)
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
