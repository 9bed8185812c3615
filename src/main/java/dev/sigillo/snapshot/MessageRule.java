package dev.sigillo.snapshot;

/**
 * Graph {@code /users/{id}/mailFolders/inbox/messageRules}: one rule of a mailbox that its owner
 * can see. Hidden rules are not among them. A rule that Graph cannot express comes without its
 * actions: see {@link #isOpaque()}.
 *
 * @param hasError whether the rule is in an error condition; it stays enabled
 */
public record MessageRule(
    RowRef row,
    Setting<String> id,
    Setting<String> displayName,
    Setting<Boolean> isEnabled,
    Setting<Boolean> isReadOnly,
    Setting<Boolean> hasError,
    Setting<MessageRuleActions> actions)
    implements Fact {

  /**
   * Whether it is not told to whom the rule sends mail on. Graph leaves out the actions, or says
   * null, of a rule that uses something it has no words for; it can send mail on all the same.
   */
  public boolean isOpaque() {
    MessageRuleActions told = actions.orNull();
    return told == null
        || told.forwardTo() instanceof Setting.Unreadable
        || told.forwardAsAttachmentTo() instanceof Setting.Unreadable
        || told.redirectTo() instanceof Setting.Unreadable;
  }
}
