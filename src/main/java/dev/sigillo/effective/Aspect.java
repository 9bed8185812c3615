package dev.sigillo.effective;

import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A state of a mailbox that overlapping settings decide together, or one of a domain that DNS tells
 * in several answers; a control names it as evidence.
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
  /** Where inbox rules lead that the owner cannot see. */
  HIDDEN_FORWARDING("hiddenForwarding"),
  /** Where all its forwards lead, and which layers stop them. */
  FORWARDING("forwarding"),

  /** The SPF record of the domain itself. */
  SPF_RECORD("spfRecord"),
  /** What ends its SPF evaluation, redirects followed. */
  SPF_ALL("spfAll"),
  /** Its SPF record with all records that it includes. */
  SPF_TREE("spfTree"),
  /** The same with the hosts that all these records name: whom they authorise in the end. */
  SPF("spf"),
  /** The keys that Exchange Online, and declared senders, sign its mail with. */
  DKIM_KEYS("dkimKeys"),
  /** The keys that its mail could be signed with, under every selector that was asked for. */
  LIVE_KEYS("liveKeys"),
  /** The DMARC policy that applies to it. */
  DMARC("dmarc"),
  /** The DMARC policy that applies to its subdomains. */
  DMARC_SUBDOMAINS("dmarcSubdomains"),
  /** Whether the addresses in its DMARC policy can get reports. */
  DMARC_REPORTS("dmarcReports"),
  /** Where its mail is delivered. */
  MX("mx"),
  /** Its MTA-STS record and policy. */
  MTA_STS("mtaSts"),
  /** Its SMTP TLS reporting record. */
  TLS_RPT("tlsRpt"),
  /** Whether its answers are signed. */
  DNSSEC("dnssec"),
  /** Whether its mail servers' certificates are published with DANE. */
  DANE("dane");

  private static final List<Need> RECIPIENTS =
      List.of(
          Need.of(Dataset.ACCEPTED_DOMAIN, "DomainName", "MatchSubDomains").forRecipientsOnly(),
          directory(Dataset.MAIL_CONTACT).forRecipientsOnly(),
          directory(Dataset.MAIL_USER).forRecipientsOnly());

  private static final Need DOMAINS =
      Need.of(
          Dataset.ACCEPTED_DOMAIN,
          "DomainName",
          "InitialDomain",
          "IsCoexistenceDomain",
          "SendingFromDomainDisabled");
  private static final Need ANSWERS =
      Need.of(Dataset.DNS_ANSWER, "name", "type", "status", "answer");

  private final String id;

  Aspect(String id) {
    this.id = id;
  }

  /** Name in a control's evidence. */
  public String id() {
    return id;
  }

  /** Whether it is a state of a domain, not of a mailbox. */
  public boolean ofDomain() {
    return compareTo(SPF_RECORD) >= 0;
  }

  /**
   * Of which one is enough: inbox rules as Exchange lists them, or as Graph does. None for most
   * states. What Exchange lists has the hidden ones too; a state that says something of them needs
   * it and has no alternative.
   */
  public List<List<Need>> alternatives() {
    return this == INBOX_FORWARDING || this == FORWARDING
        ? List.of(List.of(inboxRules()), List.of(Need.of(Dataset.MESSAGE_RULE, "isEnabled")))
        : List.of();
  }

  /** What the resolution rests on in any case. A dataset stands in one need at most. */
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
      case INBOX_FORWARDING -> RECIPIENTS;
      case HIDDEN_FORWARDING -> with(RECIPIENTS, inboxRules());
      case FORWARDING -> {
        Stream<Need> layers =
            Stream.concat(policyNeeds().stream(), layerNeeds().stream())
                .map(Need::forRecipientsOnly);
        yield with(
            Stream.concat(RECIPIENTS.stream(), layers).toList(),
            Need.of(
                Dataset.MAILBOX,
                "ForwardingSmtpAddress",
                "ForwardingAddress",
                "PrimarySmtpAddress",
                "EmailAddresses"));
      }
      case SPF_RECORD,
          SPF_ALL,
          SPF_TREE,
          SPF,
          LIVE_KEYS,
          DMARC,
          DMARC_SUBDOMAINS,
          DMARC_REPORTS,
          MX,
          TLS_RPT ->
          List.of(DOMAINS, ANSWERS);
      case DKIM_KEYS ->
          List.of(
              DOMAINS,
              ANSWERS,
              Need.of(
                  Dataset.DKIM_SIGNING_CONFIG,
                  "Domain",
                  "Enabled",
                  "Selector1CNAME",
                  "Selector2CNAME"));
      case MTA_STS ->
          List.of(DOMAINS, ANSWERS, Need.of(Dataset.MTA_STS_POLICY, "domain", "status", "body"));
      case DNSSEC, DANE -> List.of(DOMAINS, validated());
    };
  }

  private static Need inboxRules() {
    return Need.of(
        Dataset.INBOX_RULE, "Enabled", "ForwardTo", "ForwardAsAttachmentTo", "RedirectTo");
  }

  private static Need validated() {
    return Need.of(Dataset.DNS_ANSWER, "name", "type", "status", "answer", "authenticated");
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
