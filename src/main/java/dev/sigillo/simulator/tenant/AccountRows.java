package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Account.Grant;
import dev.sigillo.simulator.tenant.Account.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mailbox as each call that knows mailboxes shows it. */
final class AccountRows {
  private static final String SELF = "NT AUTHORITY\\SELF";
  private static final String SELF_SID = "S-1-5-10";

  /** As they stand in a directory: the last one states none. */
  private static final List<String> DEPARTMENTS =
      List.of("Vendite", "Produzione", "Amministrazione", "Acquisti", "");

  private final Org org;

  AccountRows(Org org) {
    this.org = org;
  }

  Row mailbox(Account account) {
    Row row =
        Row.exchange(org, "Get-Mailbox", account.alias)
            .set("Guid", org.guid("mailbox object/" + account.alias))
            .set("ExternalDirectoryObjectId", account.hasAccount() ? account.key : "")
            .set("ExchangeGuid", account.exchangeGuid)
            .set("PrimarySmtpAddress", account.address())
            .set("WindowsEmailAddress", account.address())
            .set("UserPrincipalName", account.address())
            .set("DisplayName", account.name)
            .set("Alias", account.alias)
            .set("EmailAddresses", account.emailAddresses(org))
            .set("RecipientTypeDetails", account.kind.recipientTypeDetails())
            .set("LegacyExchangeDN", account.legacyExchangeDN())
            .set("ForwardingSmtpAddress", account.forwardingSmtpAddress)
            .set("ForwardingAddress", account.forwardingAddress)
            .set("DeliverToMailboxAndForward", account.deliverAndForward)
            .set("GrantSendOnBehalfTo", listed(account, account.onBehalf))
            .set("RecipientLimits", account.recipientLimits)
            .set("AuditLogAgeLimit", account.auditAge)
            .set("HiddenFromAddressListsEnabled", account.hidden)
            .set("AccountDisabled", !account.enabled)
            .set("IsShared", account.kind == Kind.SHARED)
            .set("IsResource", account.kind == Kind.ROOM || account.kind == Kind.EQUIPMENT)
            .set("WhenMailboxCreated", "2022-09-21T08:07:47.0000000+00:00");
    if (account.auditOwner != null) {
      row.set("AuditOwner", account.auditOwner);
    }
    if (account.auditDelegate != null) {
      row.set("AuditDelegate", account.auditDelegate);
    }
    if (account.auditAdmin != null) {
      row.set("AuditAdmin", account.auditAdmin);
    }
    return row;
  }

  Row cas(Account account) {
    return Row.exchange(org, "Get-CASMailbox", account.alias)
        .set("Alias", account.alias)
        .set("Guid", org.guid("mailbox object/" + account.alias))
        .set("ExternalDirectoryObjectId", account.hasAccount() ? account.key : "")
        .set("EmailAddresses", account.emailAddresses(org))
        .set("PrimarySmtpAddress", account.address())
        .set("DisplayName", account.name)
        .set("LegacyExchangeDN", account.legacyExchangeDN())
        .set("SmtpClientAuthenticationDisabled", account.smtpAuthDisabled)
        .set("PopEnabled", account.pop)
        .set("ImapEnabled", account.imap);
  }

  Row recipient(Account account) {
    return Row.exchange(org, "Get-Recipient", account.alias)
        .set("Guid", org.guid("mailbox object/" + account.alias))
        .set("Alias", account.alias)
        .set("DisplayName", account.name)
        .set("PrimarySmtpAddress", account.address())
        .set("EmailAddresses", account.emailAddresses(org))
        .set("ExternalDirectoryObjectId", account.hasAccount() ? account.key : "")
        .set("RecipientTypeDetails", account.kind.recipientTypeDetails());
  }

  Row exchangeUser(Account account) {
    return Row.exchange(org, "Get-User", account.alias)
        .set("UserPrincipalName", account.address())
        .set("DisplayName", account.name)
        .set("ExternalDirectoryObjectId", account.hasAccount() ? account.key : "")
        .set("RecipientTypeDetails", account.kind.recipientTypeDetails())
        .set("AccountDisabled", !account.enabled);
  }

  List<Row> sendAs(Account account) {
    List<Row> rows = new ArrayList<>(List.of(sendAs(account, new Grant(SELF, "SendAs"))));
    account.sendAs.forEach(grant -> rows.add(sendAs(account, grant)));
    return rows;
  }

  private Row sendAs(Account account, Grant grant) {
    return Row.of("Get-RecipientPermission")
        .set("Identity", account.alias)
        .set("Trustee", grant.trustee())
        .set("TrusteeSidString", sid(grant.trustee()))
        .set("AccessRights", listed(account, List.of(grant.rights())));
  }

  List<Row> access(Account account) {
    List<Row> rows =
        new ArrayList<>(List.of(access(account, new Grant(SELF, "FullAccess, ReadPermission"))));
    account.access.forEach(grant -> rows.add(access(account, grant)));
    if (account.kind == Kind.DISCOVERY) {
      rows.add(access(account, new Grant("Discovery Management", "FullAccess")));
    }
    return rows;
  }

  private Row access(Account account, Grant grant) {
    return Row.of("Get-MailboxPermission")
        .set("Identity", account.alias)
        .set("User", grant.trustee())
        .set("UserSid", sid(grant.trustee()))
        .set("AccessRights", listed(account, List.of(grant.rights())));
  }

  private static Object listed(Account account, List<String> values) {
    return account.unlisted && values.size() == 1 ? values.get(0) : values;
  }

  private String sid(String trustee) {
    if (trustee.equals(SELF) || trustee.startsWith("S-1-")) {
      return trustee.equals(SELF) ? SELF_SID : trustee;
    }
    int number = org.guid("sid/" + trustee).hashCode() & 0xFFFFFF;
    return "S-1-5-21-1407825672-2864312047-903711042-" + number;
  }

  private @Nullable String department(Account account) {
    int place = Math.floorMod(org.guid("department/" + account.key).hashCode(), DEPARTMENTS.size());
    String department = DEPARTMENTS.get(place);
    return account.kind != Kind.PERSON || department.isEmpty() ? null : department;
  }

  Row user(Account account) {
    String[] names = account.name.split(" ", 2);
    return Row.graph("user", account.key)
        .set("accountEnabled", account.enabled)
        .set("displayName", account.name)
        .set("givenName", names[0])
        .set("surname", names.length > 1 ? names[1] : null)
        .set("mail", account.address())
        .set("mailNickname", account.alias)
        .set("department", department(account))
        .set("proxyAddresses", account.emailAddresses(org))
        .set("userPrincipalName", account.address());
  }

  /** The report leaves out disabled accounts; whoever asks checks that first. */
  Row registration(Account account) {
    return Row.graph("userRegistrationDetails", account.key)
        .set("userPrincipalName", account.address())
        .set("userDisplayName", account.name)
        .set("isAdmin", account.administrator)
        .set("isMfaRegistered", account.mfa)
        .set("isMfaCapable", account.mfa)
        .set(
            "methodsRegistered",
            account.mfa
                ? List.of("microsoftAuthenticatorPush", "softwareOneTimePasscode")
                : List.of())
        .set("userType", "member");
  }
}
