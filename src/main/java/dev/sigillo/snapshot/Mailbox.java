package dev.sigillo.snapshot;

import java.util.List;
import java.util.Map;

/**
 * A mailbox with everything that was asked about it. A part that was not answered has absent
 * settings or no rows, and its dataset stands in {@code unanswered} with the reason.
 *
 * @param key {@code ExternalDirectoryObjectId}, else {@code ExchangeGuid}
 * @param settings {@code Get-Mailbox}
 * @param cas {@code Get-CASMailbox}
 * @param user the account behind it
 * @param registration what the account registered for multifactor authentication
 * @param inboxRules its rules as Exchange lists them
 * @param messageRules its rules as Graph lists them: without the hidden ones
 * @param mailboxPermissions who may open it
 * @param recipientPermissions who may send as it
 * @param unanswered per dataset kept per mailbox, why it says nothing of this mailbox
 */
public record Mailbox(
    String key,
    MailboxSettings settings,
    CasMailbox cas,
    User user,
    UserRegistration registration,
    List<InboxRule> inboxRules,
    List<MessageRule> messageRules,
    List<MailboxPermission> mailboxPermissions,
    List<RecipientPermission> recipientPermissions,
    Map<Dataset, Unanswered> unanswered)
    implements Fact, Subject {

  public Mailbox {
    inboxRules = List.copyOf(inboxRules);
    messageRules = List.copyOf(messageRules);
    mailboxPermissions = List.copyOf(mailboxPermissions);
    recipientPermissions = List.copyOf(recipientPermissions);
    unanswered = Map.copyOf(unanswered);
  }

  @Override
  public RowRef row() {
    return settings.row();
  }

  @Override
  public String subjectKey() {
    return key;
  }

  @Override
  public String subjectName() {
    return settings
        .primarySmtpAddress()
        .orElse(settings.userPrincipalName().orElse(settings.displayName().orElse(key)));
  }
}
