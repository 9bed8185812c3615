package dev.sigillo.effective;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.CasMailbox;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.GroupMember;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.MailContact;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.OutboundSpamRule;
import dev.sigillo.snapshot.RemoteDomain;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TenantFacts;
import dev.sigillo.snapshot.TransportConfig;
import dev.sigillo.snapshot.TransportRule;
import dev.sigillo.snapshot.User;
import dev.sigillo.snapshot.UserRegistration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small tenant to resolve: contoso.com, with what a test adds to it. */
final class Given {
  private final Map<Dataset, List<Fact>> facts = new EnumMap<>(Dataset.class);
  private final Map<String, List<GroupMember>> groups = new HashMap<>();
  private final Map<String, String> unanswered = new HashMap<>();
  private long line;

  Given() {
    domain("contoso.com", false);
    domain("contoso.onmicrosoft.com", false);
  }

  TenantState state() {
    return TenantState.of(new TenantFacts(facts, Map.of(), groups, unanswered));
  }

  TenantFacts facts() {
    return new TenantFacts(facts, Map.of(), groups, unanswered);
  }

  private <T extends Fact> T keep(Dataset dataset, T fact) {
    facts.computeIfAbsent(dataset, k -> new ArrayList<>()).add(fact);
    return fact;
  }

  private RowRef row(Dataset dataset, String id) {
    return new RowRef(dataset.id(), ++line, id);
  }

  static <T> Setting<T> of(@Nullable T value) {
    return value == null ? Setting.ofNull() : Setting.of(value);
  }

  static Setting<List<String>> list(String... values) {
    return values.length == 0 ? Setting.ofNull() : Setting.of(Arrays.asList(values));
  }

  Given domain(String name, boolean matchSubDomains) {
    keep(
        Dataset.ACCEPTED_DOMAIN,
        new AcceptedDomain(
            row(Dataset.ACCEPTED_DOMAIN, name),
            of(name),
            of("Authoritative"),
            of(name.endsWith(".onmicrosoft.com")),
            of(false),
            of(matchSubDomains),
            of(false)));
    return this;
  }

  Given smtpAuthDisabled(boolean disabled) {
    keep(
        Dataset.TRANSPORT_CONFIG,
        new TransportConfig(row(Dataset.TRANSPORT_CONFIG, "t"), of(disabled)));
    return this;
  }

  Given policy(String name, boolean isDefault, @Nullable String mode) {
    keep(
        Dataset.OUTBOUND_SPAM_POLICY,
        new OutboundSpamPolicy(
            row(Dataset.OUTBOUND_SPAM_POLICY, "id-" + name),
            of(name),
            of(isDefault),
            of(mode),
            of(500L),
            of(1000L),
            of(1000L),
            of("BlockUser"),
            of(false),
            list(),
            of(false),
            list()));
    return this;
  }

  /** Conditions and exceptions of an outbound rule under construction. */
  static final class Who {
    Setting<List<String>> from = list();
    Setting<List<String>> groups = list();
    Setting<List<String>> domains = list();
    Setting<List<String>> notFrom = list();
    Setting<List<String>> notGroups = list();
    Setting<List<String>> notDomains = list();

    Who from(String... values) {
      from = list(values);
      return this;
    }

    Who memberOf(String... values) {
      groups = list(values);
      return this;
    }

    Who domain(String... values) {
      domains = list(values);
      return this;
    }

    Who exceptFrom(String... values) {
      notFrom = list(values);
      return this;
    }

    Who exceptMemberOf(String... values) {
      notGroups = list(values);
      return this;
    }

    Who exceptDomain(String... values) {
      notDomains = list(values);
      return this;
    }
  }

  static Who who() {
    return new Who();
  }

  Given rule(String policy, long priority, Who who) {
    return rule(policy, priority, "Enabled", who);
  }

  Given rule(String policy, long priority, String state, Who who) {
    keep(
        Dataset.OUTBOUND_SPAM_RULE,
        new OutboundSpamRule(
            row(Dataset.OUTBOUND_SPAM_RULE, policy),
            of(policy),
            of(policy),
            of(state),
            of(priority),
            who.from,
            who.groups,
            who.domains,
            who.notFrom,
            who.notGroups,
            who.notDomains));
    return this;
  }

  Given group(String address, GroupMember... members) {
    groups.put(address, Arrays.asList(members));
    return this;
  }

  Given unansweredGroup(String address) {
    unanswered.put(address, "403");
    return this;
  }

  static GroupMember member(@Nullable String address, @Nullable String id, String type) {
    return new GroupMember(
        new RowRef(Dataset.GROUP_MEMBER.id(), 1, String.valueOf(address)),
        of(address),
        of(id),
        of(type));
  }

  Given contact(String name, String address, @Nullable String external) {
    keep(
        Dataset.MAIL_CONTACT,
        new MailContact(
            row(Dataset.MAIL_CONTACT, name),
            of(name),
            of(name),
            of(name + " shown"),
            of(address),
            list("SMTP:" + address, "X500:/o=Old/cn=" + name),
            of("/o=ExchangeLabs/cn=Recipients/cn=" + name),
            of(external)));
    return this;
  }

  Given remoteDomain(String name, @Nullable Boolean autoForward) {
    keep(
        Dataset.REMOTE_DOMAIN,
        new RemoteDomain(
            row(Dataset.REMOTE_DOMAIN, name),
            of(name),
            of(autoForward),
            Setting.absent(),
            Setting.absent(),
            Setting.absent()));
    return this;
  }

  Given transportRule(TransportRule rule) {
    keep(Dataset.TRANSPORT_RULE, rule);
    return this;
  }

  /** A rule that rejects every automatic forward that leaves. */
  static TransportRule rejecting(
      @Nullable String fromScope, String mode, Setting<List<String>> exceptions, String... also) {
    List<String> conditions = new ArrayList<>();
    for (String name : List.of("MessageTypeMatches", "SentToScope")) {
      conditions.add("Microsoft.Exchange.MessagingPolicies.Rules.Tasks." + name + "Predicate");
    }
    conditions.addAll(List.of(also));
    return new TransportRule(
        new RowRef(Dataset.TRANSPORT_RULE.id(), 1, "reject"),
        of("Reject auto-forward"),
        of("Enabled"),
        of(mode),
        list(),
        list(),
        list(),
        list(),
        of(null),
        Setting.of(conditions),
        exceptions,
        of(null),
        of(null),
        of("AutoForward"),
        of("NotInOrganization"),
        of(fromScope),
        of("No"),
        of("5.7.1"),
        of(false),
        Setting.absent(),
        Setting.absent(),
        Setting.absent(),
        Setting.absent(),
        Setting.absent(),
        Setting.absent());
  }

  static InboxRule inboxRule(boolean enabled, How how, String... recipients) {
    return inboxRule(1, enabled, how, recipients);
  }

  static InboxRule inboxRule(long line, How how, String... recipients) {
    return inboxRule(line, true, how, recipients);
  }

  private static InboxRule inboxRule(long line, boolean enabled, How how, String... recipients) {
    return new InboxRule(
        new RowRef(Dataset.INBOX_RULE.id(), line, "rule" + line),
        Setting.absent(),
        of("1"),
        of(enabled),
        how == How.FORWARD_TO ? list(recipients) : list(),
        how == How.FORWARD_AS_ATTACHMENT_TO ? list(recipients) : list(),
        how == How.REDIRECT_TO ? list(recipients) : list(),
        of(false),
        of(false),
        of(null),
        of(false));
  }

  static Mailbox mailbox(String address, InboxRule... rules) {
    return mailbox(address, null, null, rules);
  }

  static Mailbox mailbox(
      String address,
      @Nullable String forwardingSmtpAddress,
      @Nullable String forwardingAddress,
      InboxRule... rules) {
    return mailbox(address, null, forwardingSmtpAddress, forwardingAddress, rules);
  }

  static Mailbox mailbox(
      String address,
      @Nullable Boolean smtpAuthDisabled,
      @Nullable String forwardingSmtpAddress,
      @Nullable String forwardingAddress,
      InboxRule... rules) {
    RowRef row = new RowRef(Dataset.MAILBOX.id(), 1, "key-" + address);
    return new Mailbox(
        "key-" + address,
        new MailboxSettings(
            row,
            of(address),
            of(address),
            of(address),
            list("SMTP:" + address, "smtp:alias-" + address, "SIP:" + address),
            of("UserMailbox"),
            of(forwardingSmtpAddress),
            of(forwardingAddress),
            of(true),
            list(),
            Setting.absent(),
            Setting.absent(),
            Setting.absent(),
            Setting.absent(),
            Setting.absent(),
            Setting.absent(),
            Setting.absent()),
        new CasMailbox(row, of(smtpAuthDisabled), of(false), of(false)),
        new User(row, Setting.absent(), Setting.absent(), Setting.absent(), Setting.absent()),
        new UserRegistration(
            row, Setting.absent(), Setting.absent(), Setting.absent(), Setting.absent()),
        Arrays.asList(rules),
        List.of(),
        List.of(),
        List.of(),
        Map.of());
  }
}
