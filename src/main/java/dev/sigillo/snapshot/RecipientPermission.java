package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-RecipientPermission}: who may send as a mailbox. */
public record RecipientPermission(
    RowRef row,
    Setting<String> trustee,
    Setting<List<String>> accessRights,
    Setting<String> accessControlType,
    Setting<Boolean> isInherited)
    implements Fact {}
