package dev.sigillo.snapshot;

import java.util.List;

/**
 * What a rule does to a message. Graph leaves out what it does not do.
 *
 * @param moveToFolder id of the folder, not its name
 */
public record MessageRuleActions(
    Setting<List<RuleRecipient>> forwardTo,
    Setting<List<RuleRecipient>> forwardAsAttachmentTo,
    Setting<List<RuleRecipient>> redirectTo,
    Setting<Boolean> delete,
    Setting<Boolean> permanentDelete,
    Setting<String> moveToFolder,
    Setting<Boolean> markAsRead) {}
