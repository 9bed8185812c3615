package dev.sigillo.effective;

import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A state of a mailbox that overlapping settings decide together; a control names it as evidence.
 *
 * <p>Members of groups are no need of their own: only a policy that names a group asks for them,
 * and a group that did not answer leaves unresolved only the mailboxes that may belong to it.
 */
public enum Aspect {
  /** Whether SMTP AUTH is open for the mailbox. */
  SMTP_AUTH("smtpAuth"),
  /** Which outbound spam policy its mail meets. */
  OUTBOUND_POLICY("outboundPolicy"),
  /** Where the mailbox's own forwarding leads, whether or not anything stops it. */
  MAILBOX_FORWARDING("mailboxForwarding"),
  /** Where its inbox rules lead, whether or not anything stops it. */
  INBOX_FORWARDING("inboxForwarding"),
  /** Where all its forwards lead, and which layers stop them. */
  FORWARDING("forwarding");

  private static final List<Need> RECIPIENTS =
      List.of(
          Need.of(Dataset.ACCEPTED_DOMAIN, "DomainName", "MatchSubDomains").forRecipientsOnly(),
          directory(Dataset.MAIL_CONTACT).forRecipientsOnly(),
          directory(Dataset.MAIL_USER).forRecipientsOnly());

  private final String id;

  Aspect(String id) {
    this.id = id;
  }

  /** Name in a control's evidence. */
  public String id() {
    return id;
  }

  /** What the resolution rests on. A dataset stands in one need at most. */
  public List<Need> needs() {
    return switch (this) {
      case SMTP_AUTH ->
          List.of(
              Need.of(Dataset.TRANSPORT_CONFIG, "SmtpClientAuthenticationDisabled"),
              Need.of(Dataset.CAS_MAILBOX, "SmtpClientAuthenticationDisabled"));
      case OUTBOUND_POLICY ->
          with(policyNeeds(), Need.of(Dataset.MAILBOX, "PrimarySmtpAddress", "EmailAddresses"));
      case MAILBOX_FORWARDING ->
          with(RECIPIENTS, Need.of(Dataset.MAILBOX, "ForwardingSmtpAddress", "ForwardingAddress"));
      case INBOX_FORWARDING -> with(RECIPIENTS, inboxRules());
      case FORWARDING -> {
        Stream<Need> layers =
            Stream.concat(policyNeeds().stream(), layerNeeds().stream())
                .map(Need::forRecipientsOnly);
        yield with(
            Stream.concat(RECIPIENTS.stream(), layers).toList(),
            inboxRules(),
            Need.of(
                Dataset.MAILBOX,
                "ForwardingSmtpAddress",
                "ForwardingAddress",
                "PrimarySmtpAddress",
                "EmailAddresses"));
      }
    };
  }

  private static Need inboxRules() {
    return Need.of(
        Dataset.INBOX_RULE, "Enabled", "ForwardTo", "ForwardAsAttachmentTo", "RedirectTo");
  }

  private static List<Need> policyNeeds() {
    return List.of(
        Need.of(Dataset.OUTBOUND_SPAM_POLICY, "Name", "IsDefault", "AutoForwardingMode"),
        Need.of(
            Dataset.OUTBOUND_SPAM_RULE,
            "HostedOutboundSpamFilterPolicy",
            "State",
            "Priority",
            "From",
            "FromMemberOf",
            "SenderDomainIs",
            "ExceptIfFrom",
            "ExceptIfFromMemberOf",
            "ExceptIfSenderDomainIs"));
  }

  private static List<Need> layerNeeds() {
    return List.of(
        Need.of(Dataset.REMOTE_DOMAIN, "DomainName", "AutoForwardEnabled"),
        Need.of(
            Dataset.TRANSPORT_RULE,
            "State",
            "Mode",
            "Conditions",
            "Exceptions",
            "ActivationDate",
            "ExpiryDate",
            "MessageTypeMatches",
            "SentToScope",
            "FromScope",
            "RejectMessageReasonText",
            "RejectMessageEnhancedStatusCode",
            "DeleteMessage"));
  }

  private static Need directory(Dataset dataset) {
    return Need.of(
        dataset,
        "Identity",
        "Name",
        "DisplayName",
        "PrimarySmtpAddress",
        "EmailAddresses",
        "LegacyExchangeDN",
        "ExternalEmailAddress");
  }

  private static List<Need> with(List<Need> needs, Need... more) {
    List<Need> all = new ArrayList<>(needs);
    all.addAll(List.of(more));
    return List.copyOf(all);
  }
}
