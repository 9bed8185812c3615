package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Outbound spam policies. Who belongs to the group of those who may forward meets its policy first;
 * the newsletter's domain meets its own; everybody else meets the default one. A fourth policy is
 * left over from a trial and its rule is off.
 */
final class OutboundSpam {
  static final String FORWARDING_GROUP = "inoltro.autorizzato@esempio.it";
  static final String AGENTS_GROUP = "agenti@esempio.it";

  private static final String SECURITY = "sicurezza.it@esempio.it";
  private static final String ALLOWED = "Inoltro autorizzato";
  private static final String NEWSLETTER = "Newsletter e notifiche";
  private static final String TRIAL = "Prova campagna 2024";

  private OutboundSpam() {}

  static List<Answer> answers(Directory directory) {
    return List.of(
        Answer.of(
            Dataset.OUTBOUND_SPAM_POLICY,
            "Get-HostedOutboundSpamFilterPolicy {}",
            policy("Default", "Off", 400, 800, "BlockUser", SECURITY),
            policy(ALLOWED, "On", 400, 800, "BlockUser", SECURITY),
            policy(NEWSLETTER, "Off", 2000, 10000, "BlockUser", SECURITY),
            policy(TRIAL, "On", 0, 0, "Alert", null)),
        Answer.of(
            Dataset.OUTBOUND_SPAM_RULE,
            "Get-HostedOutboundSpamFilterRule {}",
            rule(ALLOWED, "Enabled", 0, "FromMemberOf", FORWARDING_GROUP),
            rule(NEWSLETTER, "Enabled", 1, "SenderDomainIs", Domains.NEWS),
            rule(TRIAL, "Disabled", 2, "From", "chiara.moretti@esempio.it")),
        members(directory));
  }

  private static Row policy(
      String name, String forwarding, int hour, int day, String action, @Nullable String notify) {
    List<String> recipients = notify == null ? List.of() : List.of(notify);
    boolean isDefault = name.equals("Default");
    return Row.exchange("outbound policy", name)
        .set("Name", name)
        .set("IsDefault", isDefault)
        .set("AutoForwardingMode", forwarding)
        .set("RecipientLimitExternalPerHour", hour)
        .set("RecipientLimitInternalPerHour", Math.min(2 * hour, 1000))
        .set("RecipientLimitPerDay", day)
        .set("ActionWhenThresholdReached", action)
        .set("NotifyOutboundSpam", notify != null)
        .set("NotifyOutboundSpamRecipients", recipients)
        .set("BccSuspiciousOutboundMail", isDefault)
        .set("BccSuspiciousOutboundAdditionalRecipients", isDefault ? recipients : List.of());
  }

  private static Row rule(
      String policy, String state, int priority, String condition, String value) {
    return Row.exchange("outbound rule", policy)
        .set("Name", policy)
        .set("HostedOutboundSpamFilterPolicy", policy)
        .set("State", state)
        .set("Priority", priority)
        .setNull("From", "FromMemberOf", "SenderDomainIs")
        .setNull("ExceptIfFrom", "ExceptIfFromMemberOf", "ExceptIfSenderDomainIs")
        .set(condition, List.of(value));
  }

  /** The group of those who may forward holds another group: the agents. */
  private static Answer members(Directory directory) {
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    groups.put(
        FORWARDING_GROUP,
        List.of(
            member(directory.find("spedizioni@esempio.it")),
            member(directory.find("francesca.galli@esempio.it")),
            group(AGENTS_GROUP)));
    groups.put(
        AGENTS_GROUP,
        List.of(
            member(directory.find("stefano.riva@esempio.it")),
            member(directory.find("nicolo.dangelo@esempio.it"))));
    return Answer.keyed(
        Dataset.GROUP_MEMBER,
        "Get-DistributionGroupMember {\"Identity\":\"<group>\",\"ResultSize\":\"Unlimited\"}",
        groups,
        Map.of());
  }

  private static Row member(DemoMailbox mailbox) {
    return Row.empty()
        .set("ExternalDirectoryObjectId", mailbox.key())
        .set("PrimarySmtpAddress", mailbox.address())
        .set("RecipientType", "UserMailbox");
  }

  private static Row group(String address) {
    return Row.empty()
        .set("ExternalDirectoryObjectId", Row.guid("group/" + address))
        .set("PrimarySmtpAddress", address)
        .set("RecipientType", "MailUniversalDistributionGroup");
  }
}
