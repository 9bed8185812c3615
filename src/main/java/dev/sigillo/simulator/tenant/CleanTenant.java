package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.tenant.Account.Kind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A tenant in which everything is right: what the misconfigurations of a scenario start from. */
final class CleanTenant {
  /** Cmdlets of which no listing stands in the content. */
  private static final List<String> OF_MAILBOXES =
      List.of(
          "Get-Mailbox",
          "Get-CASMailbox",
          "Get-User",
          "Get-InboxRule",
          "Get-MailboxPermission",
          "Get-RecipientPermission",
          "Get-Recipient",
          "Get-DistributionGroupMember");

  private static final List<String> GRAPH_ROLES =
      List.of(
          "Application.Read.All",
          "AuditLog.Read.All",
          "Directory.Read.All",
          "Domain.Read.All",
          "ExchangeMessageTrace.Read.All",
          "GroupMember.Read.All",
          "IdentityRiskyUser.Read.All",
          "MailboxSettings.Read",
          "Organization.Read.All",
          "Policy.Read.All",
          "Reports.Read.All",
          "RoleManagement.Read.Directory",
          "User.Read.All");

  private CleanTenant() {}

  /** The content, and a truth in which every control is as the baseline says. */
  static Content of(Org org, long mailboxes) {
    ListedDirectory named = named(org);
    Content content = new Content(org, new ComputedDirectory(org, named, mailboxes));
    Organisation.clean(content);
    Domains.clean(content);
    OutboundSpam.clean(content);
    MailFlow.clean(content);
    Filtering.clean(content);
    AlertPolicies.clean(content);
    AccessPolicies.clean(content);
    Applications.clean(content);
    Logs.clean(content);
    Baseline.into(content.truth);
    content.truth.unknown("OUTBOUND-13", 1);
    return content;
  }

  private static ListedDirectory named(Org org) {
    ListedDirectory named = new ListedDirectory(org);
    add(named, org, Kind.PERSON, "elena.fontana", "Elena Fontana").administrator = true;
    add(named, org, Kind.SHARED, "postmaster", "Postmaster");
    add(named, org, Kind.SHARED, "abuse", "Segnalazioni abusi");
    add(named, org, Kind.SHARED, "dmarc", "Rapporti DMARC");
    add(named, org, Kind.SHARED, "sicurezza.it", "Sicurezza informatica");
    discovery(named, org);
    return named;
  }

  /** Adds a mailbox of the main domain. */
  static Account add(ListedDirectory named, Org org, Kind kind, String alias, String name) {
    return add(named, org, kind, alias, org.domain(), name);
  }

  static Account add(
      ListedDirectory named, Org org, Kind kind, String alias, String domain, String name) {
    return named.add(
        new Account(
            kind, alias, domain, name, org.guid("user/" + alias), org.guid("mailbox/" + alias)));
  }

  /** The mailbox that Exchange makes for itself in every tenant. */
  static void discovery(ListedDirectory named, Org org) {
    String alias = "DiscoverySearchMailbox{D919BA05-46A6-415f-80AD-7E09334BB852}";
    String guid = org.guid("mailbox/" + alias);
    named.add(
        new Account(Kind.DISCOVERY, alias, org.initial(), "Discovery Search Mailbox", guid, guid));
  }

  /** The application that collects: it may read everything but what is refused. */
  static Application collector(Content content, Set<String> refused) {
    TreeSet<String> cmdlets = new TreeSet<>(OF_MAILBOXES);
    TreeSet<String> compliance = new TreeSet<>();
    for (String call : content.listings().keySet()) {
      if (call.startsWith(Content.COMPLIANCE)) {
        compliance.add(call.substring(Content.COMPLIANCE.length()));
      } else if (!call.contains("/") && call.contains("-")) {
        cmdlets.add(call);
      }
    }
    cmdlets.removeAll(refused);
    compliance.removeAll(refused);
    Org org = content.org;
    return new Application(
        org.guid("app/Sigillo"),
        org.guid("service principal/Sigillo"),
        "Sigillo (sola lettura)",
        "simulated-secret-" + org.prefix(),
        false,
        GRAPH_ROLES.stream().filter(role -> !refused.contains(role)).toList(),
        List.of("Exchange.ManageAsApp"),
        List.of(Roles.GLOBAL_READER),
        List.copyOf(cmdlets),
        List.copyOf(compliance));
  }
}
