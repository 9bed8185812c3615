package dev.sigillo.snapshot;

import java.util.List;

/** {@code Get-InboxRule}: one rule of a mailbox, hidden ones included when asked. */
public record InboxRule(
    RowRef row,
    Setting<String> name,
    Setting<String> ruleIdentity,
    Setting<Boolean> enabled,
    Setting<List<String>> forwardTo,
    Setting<List<String>> forwardAsAttachmentTo,
    Setting<List<String>> redirectTo,
    Setting<Boolean> deleteMessage,
    Setting<Boolean> softDeleteMessage,
    Setting<String> moveToFolder,
    Setting<Boolean> markAsRead)
    implements Fact {}
