package dev.sigillo.simulator.tenant;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mailbox and the account behind it, made anew whenever somebody asks; scenarios change it. */
final class Account {
  /** Where Exchange keeps recipients in its address book. */
  static final String RECIPIENTS =
      "/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=";

  /** What a mailbox is for, and what Exchange calls that. */
  enum Kind {
    PERSON("UserMailbox"),
    DEVICE("UserMailbox"),
    SHARED("SharedMailbox"),
    ROOM("RoomMailbox"),
    EQUIPMENT("EquipmentMailbox"),
    DISCOVERY("DiscoveryMailbox");

    private final String type;

    Kind(String type) {
      this.type = type;
    }

    String recipientTypeDetails() {
      return type;
    }
  }

  /**
   * Somebody's right on a mailbox.
   *
   * @param trustee as Exchange shows who has it
   * @param rights as Exchange lists them, commas included
   */
  record Grant(String trustee, String rights) {}

  final Kind kind;
  final String alias;
  String domain;
  final String key;
  final String exchangeGuid;
  String name;

  @Nullable Boolean smtpAuthDisabled;
  boolean pop;
  boolean imap;
  @Nullable String forwardingSmtpAddress;
  @Nullable String forwardingAddress;
  boolean deliverAndForward;
  List<String> onBehalf = List.of();
  String recipientLimits = "500";
  @Nullable List<String> auditOwner;
  @Nullable List<String> auditDelegate;
  @Nullable List<String> auditAdmin;
  String auditAge = "90.00:00:00";
  boolean hidden;
  boolean enabled;
  boolean mfa;
  boolean administrator;

  /** Whether lists of one come as the one, as Exchange does now and then. */
  boolean unlisted;

  final List<InboxRule> rules = new ArrayList<>();
  final List<Grant> sendAs = new ArrayList<>();
  final List<Grant> access = new ArrayList<>();
  @Nullable String rulesRefused;
  final List<String> moreAddresses = new ArrayList<>();

  Account(Kind kind, String alias, String domain, String name, String key, String exchangeGuid) {
    this.kind = kind;
    this.alias = alias;
    this.domain = domain;
    this.name = name;
    this.key = key;
    this.exchangeGuid = exchangeGuid;
    enabled = kind == Kind.PERSON || kind == Kind.DEVICE;
    mfa = kind == Kind.PERSON;
    pop = kind == Kind.DISCOVERY;
    imap = kind == Kind.DISCOVERY;
  }

  String address() {
    return alias + "@" + domain;
  }

  /** The discovery mailbox of every tenant has none. */
  boolean hasAccount() {
    return kind != Kind.DISCOVERY;
  }

  /** The initial domain's address comes with every mailbox. */
  List<String> emailAddresses(Org org) {
    List<String> all = new ArrayList<>(List.of("SMTP:" + address()));
    if (!domain.equals(org.initial())) {
      all.add("smtp:" + alias + "@" + org.initial());
    }
    moreAddresses.forEach(address -> all.add("smtp:" + address));
    return all;
  }

  /** How Exchange names it inside its address book, in rules of other mailboxes. */
  String legacyExchangeDN() {
    return RECIPIENTS + exchangeGuid.replace("-", "") + "-" + alias;
  }

  /** A rule of its inbox, added at the end. */
  InboxRule rule(String ruleName) {
    InboxRule rule = new InboxRule(ruleName, rules.size() + 1);
    rules.add(rule);
    return rule;
  }
}
