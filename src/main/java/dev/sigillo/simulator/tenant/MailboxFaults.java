package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Account.Grant;
import dev.sigillo.simulator.tenant.Account.Kind;
import dev.sigillo.simulator.tenant.InboxRule.Target;
import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Mailboxes that are wrong: each takes some that nothing else has taken. */
final class MailboxFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  /** Where forwarded mail ends up. */
  static final Target OUTSIDE = Target.outside("Casa", "casa@posta.example");

  private static final String[] HIDDEN = {
    "FORWARDING-06 external", "FORWARDING-07 sentOn", "FORWARDING-15 hidden"
  };

  private static final String ORPHAN = "S-1-5-21-1407825672-2864312047-903711042-4821";

  static {
    person("popOn", a -> a.pop = true, "SMTPAUTH-03 pop");
    person("imapOn", a -> a.imap = true, "SMTPAUTH-03 imap");
    person("hiddenMailbox", a -> a.hidden = true, "DELEGATION-07 hidden");
    person("noMfa", a -> a.mfa = false, "IDENTITY-04 notCapable");
    person("recipientLimitHigh", a -> a.recipientLimits = "1000", "OUTBOUND-07 above");
    person("recipientLimitUnlimited", a -> a.recipientLimits = "Unlimited", "OUTBOUND-07 above");
    person("auditAgeShort", a -> a.auditAge = "30.00:00:00", "ALERTS-07 age");
    person(
        "auditOwnerWeak",
        a -> a.auditOwner = List.of("MailboxLogin", "HardDelete"),
        "ALERTS-07 owner");
    person(
        "sendAsGranted",
        a -> a.sendAs.add(new Grant("altri@posta.example", "SendAs")),
        "DELEGATION-02 grant");
    person(
        "sendAsEveryone",
        a -> a.sendAs.add(new Grant("Everyone", "SendAs")),
        "DELEGATION-02 everyone");
    person("sendAsOrphan", a -> a.sendAs.add(new Grant(ORPHAN, "SendAs")), "DELEGATION-02 orphan");
    person("onBehalfGranted", a -> a.onBehalf = List.of("elena.fontana"), "DELEGATION-03 grant");
    person(
        "accessGranted",
        a -> a.access.add(new Grant("altri@posta.example", "FullAccess")),
        "DELEGATION-04 grant");
    person(
        "accessJoined",
        a -> a.access.add(new Grant("ex@posta.example", "FullAccess, ReadPermission")),
        "DELEGATION-04 grant");
    person(
        "concealingRule",
        a -> a.rule(".").when("fattura").movesTo("RSS Feeds").marksAsRead(),
        "FORWARDING-07 read");
    mailbox("sharedSignIn", Kind.SHARED, a -> a.enabled = true, "DELEGATION-01 enabled");
    mailbox("roomSignIn", Kind.ROOM, a -> a.enabled = true, "DELEGATION-08 enabled");
    forwarding("mailboxForwarding", MailboxFaults::forwards, "FORWARDING-05 external");
    forwarding(
        "externalInboxRule", a -> a.rule("A casa").forwardsTo(OUTSIDE), "FORWARDING-06 external");
    forwarding(
        "attachmentRule", a -> a.rule("Copia").attachesTo(OUTSIDE), "FORWARDING-06 external");
    forwarding("hiddenForwardRule", MailboxFaults::hiddenRule, HIDDEN);
    ALL.put("opaqueForwardRule", MailboxFaults::opaqueForwardRule);
    ALL.put("hiddenRuleOfAdministrator", MailboxFaults::hiddenRuleOfAdministrator);
    person("unlistedValues", MailboxFaults::unlisted, "DELEGATION-03 grant", "DELEGATION-04 grant");
    forwarding("hostileInboxRule", MailboxFaults::hostileRule, "FORWARDING-06 external");
    ALL.put("smtpAuthOnMailbox", MailboxFaults::smtpAuth);
    ALL.put("initialDomainSender", MailboxFaults::initialDomainSender);
    ALL.put("filingRules", MailboxFaults::filing);
  }

  private MailboxFaults() {}

  private static void hiddenRule(Account account) {
    account.rule("").hidden().redirectsTo(OUTSIDE).deletes();
  }

  /** Who has it is an administrator, but through a group alone. */
  private static void hiddenRuleOfAdministrator(Content content, int count) {
    String name = "Amministratori della posta";
    String group = content.org.guid("group/" + name);
    content
        .list(Logs.ROLES, Logs.role(content.org, Logs.EXCHANGE_ADMINISTRATOR, group, name, "group"))
        .list("groups/" + group + "/transitiveMembers");
    content.truth.finds("DELEGATION-06", content.tenant(), "group");
    for (Account account : claim(content, Kind.PERSON, count, MailboxFaults::hiddenRule, HIDDEN)) {
      content.forwarders.add(account.address());
      content.list(
          "groups/" + group + "/transitiveMembers",
          Row.empty()
              .set("@odata.type", "#microsoft.graph.user")
              .addAll(Row.graph("user", account.key))
              .set("mail", account.address()));
    }
  }

  private static void person(String name, Consumer<Account> trait, String... findings) {
    mailbox(name, Kind.PERSON, trait, findings);
  }

  private static void mailbox(String name, Kind kind, Consumer<Account> trait, String... findings) {
    ALL.put(name, (content, count) -> claim(content, kind, count, trait, findings));
  }

  private static List<Account> claim(
      Content content, Kind kind, int count, Consumer<Account> trait, String... findings) {
    List<Account> claimed = content.computed().claim(kind, count, trait);
    for (Account account : claimed) {
      for (String finding : findings) {
        String[] parts = finding.split(" ", 2);
        content.truth.finds(parts[0], account.address(), parts[1]);
      }
    }
    return claimed;
  }

  /** Those also leak when every layer lets them through. */
  private static void forwarding(String name, Consumer<Account> trait, String... findings) {
    ALL.put(
        name,
        (content, count) ->
            claim(content, Kind.PERSON, count, trait, findings)
                .forEach(account -> content.forwarders.add(account.address())));
  }

  /** Exchange tells where the rule leads; whether the owner sees that one, nobody does. */
  private static void opaqueForwardRule(Content content, int count) {
    Consumer<Account> trait = a -> a.rule("In cima").opaque().forwardsTo(OUTSIDE);
    for (Account account : claim(content, Kind.PERSON, count, trait, "FORWARDING-06 external")) {
      content.forwarders.add(account.address());
      content.truth.unknown("FORWARDING-15", 1);
    }
  }

  private static void forwards(Account account) {
    account.forwardingSmtpAddress = "smtp:" + OUTSIDE.address();
    account.deliverAndForward = true;
  }

  private static void unlisted(Account account) {
    account.unlisted = true;
    account.onBehalf = List.of("elena.fontana");
    account.access.add(new Grant("altri@posta.example", "FullAccess, ReadPermission"));
  }

  /** A name and a recipient's name that mean harm, in one text instead of a list of one. */
  private static void hostileRule(Account account) {
    String text = HostileFaults.text(Ordinals.trailing(account.alias));
    account.unlisted = true;
    account.rule(text).movesTo(text);
    account.rule(text).forwardsTo(Target.outside(text, OUTSIDE.address()));
  }

  private static void smtpAuth(Content content, int count) {
    claim(content, Kind.PERSON, count, a -> a.smtpAuthDisabled = false, "SMTPAUTH-02 enabled");
    content.truth.finds("SENDERS-07", content.tenant(), "mailboxes");
  }

  private static void initialDomainSender(Content content, int count) {
    String initial = content.org.initial();
    claim(content, Kind.PERSON, count, a -> a.domain = initial, "OUTBOUND-08 moera");
  }

  /** Rules that nobody minds: so many for every mailbox. */
  private static void filing(Content content, int count) {
    content
        .computed()
        .everyone(
            account -> {
              for (int i = 0; i < count; i++) {
                account.rule("Archivia " + i).when("progetto " + i).movesTo("Progetti");
              }
            });
  }
}
