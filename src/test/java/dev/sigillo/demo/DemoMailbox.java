package dev.sigillo.demo;

import java.util.List;

/**
 * A mailbox of the invented tenant.
 *
 * @param alias part of its addresses before the sign
 * @param domain domain of its primary address
 * @param name display name
 * @param kind what it is for
 */
record DemoMailbox(String alias, String domain, String name, Kind kind) {
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

  /** {@code ExternalDirectoryObjectId}, and {@code ExchangeGuid} where there is no account. */
  String key() {
    return hasAccount() ? Row.guid("user/" + alias) : exchangeGuid();
  }

  String exchangeGuid() {
    return Row.guid("mailbox/" + alias);
  }

  boolean hasAccount() {
    return kind != Kind.DISCOVERY;
  }

  String address() {
    return alias + "@" + domain;
  }

  /** The initial domain's address comes with every mailbox. */
  List<String> emailAddresses() {
    String initial = alias + "@" + Domains.INITIAL;
    return domain.equals(Domains.INITIAL)
        ? List.of("SMTP:" + initial)
        : List.of("SMTP:" + address(), "smtp:" + initial);
  }

  /** How Exchange names it inside its address book, in rules of other mailboxes. */
  String legacyExchangeDN() {
    return RECIPIENTS + exchangeGuid().replace("-", "") + "-" + alias;
  }

  /** The same as a recipient of an inbox rule. */
  String inRule() {
    return "\"%s\" [EX:%s]".formatted(name, legacyExchangeDN());
  }
}
