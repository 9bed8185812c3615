package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-MailboxPermission}: who may open a mailbox. */
public record MailboxPermission(
    RowRef row,
    Setting<String> user,
    Setting<List<String>> accessRights,
    Setting<Boolean> isInherited,
    Setting<Boolean> deny)
    implements Fact {}
