package dev.sigillo.demo;

import dev.sigillo.demo.DemoMailbox.Kind;
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings of the mailboxes themselves, and of the protocols that open them. */
final class Mailboxes {
  /** SMTP AUTH is on for devices; the organisation has it off. */
  private static final Set<String> SMTP_AUTH =
      Set.of(
          "scanner.brescia",
          "scanner.bari",
          "scanner.magazzino",
          "presenze",
          "ups",
          "videosorveglianza");

  /** IMAP4 is on: the ticket system, the business software, and two who never changed. */
  private static final Set<String> IMAP =
      Set.of("assistenza", "gestionale", "antonio.deluca", "nicolo.dangelo");

  /** POP3 is on: left from a phone of years ago. */
  private static final Set<String> POP = Set.of("nicolo.dangelo");

  private static final List<String> OWNER =
      List.of(
          "Update",
          "MoveToDeletedItems",
          "SoftDelete",
          "HardDelete",
          "UpdateFolderPermissions",
          "UpdateInboxRules",
          "UpdateCalendarDelegation",
          "ApplyRecord",
          "MailItemsAccessed",
          "Send");

  private static final List<String> DELEGATE =
      List.of(
          "Update",
          "MoveToDeletedItems",
          "SoftDelete",
          "HardDelete",
          "SendAs",
          "SendOnBehalf",
          "Create",
          "UpdateFolderPermissions",
          "UpdateInboxRules",
          "ApplyRecord",
          "MailItemsAccessed");

  private static final List<String> ADMIN =
      List.of(
          "Update",
          "MoveToDeletedItems",
          "SoftDelete",
          "HardDelete",
          "SendAs",
          "SendOnBehalf",
          "Create",
          "UpdateFolderPermissions",
          "UpdateInboxRules",
          "UpdateCalendarDelegation",
          "ApplyRecord",
          "MailItemsAccessed",
          "Send");

  /** Whose auditing somebody set by hand in 2021: rules, and what owners send, are not logged. */
  private static final Set<String> OLD_AUDITING = Set.of("fatture", "amministrazione");

  private Mailboxes() {}

  static List<Answer> answers(Directory directory) {
    return List.of(
        Answer.keyed(
            Dataset.MAILBOX,
            "Get-Mailbox {\"ResultSize\":\"Unlimited\"}",
            directory.each(mailbox -> List.of(mailbox(mailbox))),
            Map.of()),
        Answer.keyed(
            Dataset.CAS_MAILBOX,
            "Get-CASMailbox {\"ResultSize\":\"Unlimited\"}",
            directory.each(mailbox -> List.of(cas(mailbox))),
            Map.of()));
  }

  private static Row mailbox(DemoMailbox mailbox) {
    boolean old = OLD_AUDITING.contains(mailbox.alias());
    return Row.exchange("mailbox object", mailbox.alias())
        .set("ExternalDirectoryObjectId", mailbox.hasAccount() ? mailbox.key() : "")
        .set("ExchangeGuid", mailbox.exchangeGuid())
        .set("PrimarySmtpAddress", mailbox.address())
        .set("UserPrincipalName", mailbox.address())
        .set("DisplayName", mailbox.name())
        .set("EmailAddresses", mailbox.emailAddresses())
        .set("RecipientTypeDetails", mailbox.kind().recipientTypeDetails())
        .set("ForwardingSmtpAddress", Forwarders.SMTP_ADDRESSES.get(mailbox.address()))
        .set("ForwardingAddress", Forwarders.DIRECTORY.get(mailbox.address()))
        .set("DeliverToMailboxAndForward", Forwarders.SMTP_ADDRESSES.containsKey(mailbox.address()))
        .set("GrantSendOnBehalfTo", Delegations.onBehalf(mailbox))
        .set("RecipientLimits", mailbox.alias().equals("newsletter") ? "1000" : "500")
        .set("AuditEnabled", true)
        .set("AuditLogAgeLimit", "90.00:00:00")
        .set("AuditOwner", old ? without(OWNER, "UpdateInboxRules", "Send") : OWNER)
        .set("AuditDelegate", DELEGATE)
        .set("AuditAdmin", ADMIN)
        .set("HiddenFromAddressListsEnabled", mailbox.kind() == Kind.DEVICE);
  }

  private static List<String> without(List<String> actions, String... some) {
    List<String> rest = new ArrayList<>(actions);
    rest.removeAll(List.of(some));
    return rest;
  }

  private static Row cas(DemoMailbox mailbox) {
    Boolean disabled = SMTP_AUTH.contains(mailbox.alias()) ? Boolean.FALSE : null;
    boolean discovery = mailbox.kind() == Kind.DISCOVERY;
    return Row.exchange("mailbox object", mailbox.alias())
        .set("SmtpClientAuthenticationDisabled", disabled)
        .set("PopEnabled", discovery || POP.contains(mailbox.alias()))
        .set("ImapEnabled", discovery || IMAP.contains(mailbox.alias()));
  }
}
