package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Account.Grant;
import dev.sigillo.simulator.tenant.InboxRule.Target;
import java.util.List;
import java.util.Map;

/** What the story says of single mailboxes. */
final class EsempioMailboxes {
  private static final String DELETED_ACCOUNT = "S-1-5-21-1407825672-2864312047-903711042-4821";

  /** Who may send as a mailbox and open it; most stand in the register of delegations. */
  private static final Map<String, List<String>> BOTH =
      Map.of(
          "info", List.of("laura.bianchi@esempio.it"),
          "ordini", List.of("paolo.greco@esempio.it"),
          "acquisti", List.of("giorgio.rinaldi@esempio.it"),
          "fatture", List.of("francesca.galli@esempio.it", "roberta.ferri@esempio.it"),
          "personale", List.of("silvia.marchetti@esempio.it"),
          "newsletter", List.of("chiara.moretti@esempio.it"),
          "assistenza", List.of("gruppo.assistenza@esempio.it"),
          "spedizioni", List.of("antonio.deluca@esempio.it"));

  private final ListedDirectory directory;

  EsempioMailboxes(ListedDirectory directory) {
    this.directory = directory;
  }

  /** Tells all of it. */
  void tell() {
    protocols();
    forwarding();
    rules();
    delegations();
    auditing();
    find("newsletter").recipientLimits = "1000";
    // Shared mailboxes whose account may sign in: somebody once logged in to send from a phone.
    List.of("marketing", "ordini", "sales").forEach(alias -> find(alias).enabled = true);
  }

  /** SMTP AUTH is on for devices; POP3 and IMAP4 are left from years ago. */
  private void protocols() {
    for (String alias :
        List.of(
            "scanner.brescia",
            "scanner.bari",
            "scanner.magazzino",
            "presenze",
            "ups",
            "videosorveglianza")) {
      find(alias).smtpAuthDisabled = false;
    }
    for (String alias : List.of("assistenza", "gestionale", "antonio.deluca", "nicolo.dangelo")) {
      find(alias).imap = true;
    }
    find("nicolo.dangelo").pop = true;
    directory.all().stream()
        .filter(account -> account.kind == Account.Kind.DEVICE)
        .forEach(account -> account.mfa = false);
  }

  private void forwarding() {
    Account shipments = find("spedizioni");
    shipments.forwardingSmtpAddress = "smtp:ordini@" + EsempioTenant.CARRIER;
    shipments.deliverAndForward = true;
    find("francesca.galli").forwardingAddress = EsempioTenant.ACCOUNTANTS_CONTACT;
    find("info").forwardingAddress = "segreteria";
    find("postmaster").forwardingAddress = "helpdesk";
  }

  private void rules() {
    // Outside: stopped by the default policy, stopped by the remote domain, switched off.
    find("paolo.greco")
        .rule("copia")
        .forwardsTo(Target.outside("Paolo Greco", "p.greco@posta.example"));
    find("stefano.riva")
        .rule("agenzia")
        .redirectsTo(Target.outside("Agenzia Riva", "s.riva@agenzia-riva.example"));
    find("giorgio.rinaldi")
        .rule("casa")
        .disabled()
        .attachesTo(Target.outside("Casa", "giorgio.rinaldi@posta.example"));
    // Hides what its owner should see, as whoever broke into a mailbox does.
    find("roberta.ferri").rule("AF").when("fattura", "bonifico").hidden().deletes().marksAsRead();
    inside("alessandro.martini", "direzione");
    inside("chiara.moretti", "marketing");
    inside("laura.bianchi", "segreteria");
    inside("marco.bellini", "helpdesk");
    for (String alias : List.of("antonio.deluca", "service", "silvia.marchetti")) {
      find(alias).rulesRefused = "Microsoft.Exchange.Data.Storage.MailboxInTransitException";
    }
  }

  private void inside(String alias, String other) {
    find(alias).rule("Inoltra").forwardsTo(Target.of(find(other)));
  }

  private void delegations() {
    BOTH.forEach(
        (alias, trustees) ->
            trustees.forEach(
                trustee -> {
                  find(alias).sendAs.add(new Grant(trustee, "SendAs"));
                  find(alias).access.add(new Grant(trustee, "FullAccess"));
                }));
    find("sicurezza.it").access.add(new Grant("davide.costa@esempio.it", "FullAccess"));
    find("alessandro.martini").onBehalf = List.of("laura.bianchi");
    find("direzione").onBehalf = List.of("laura.bianchi");
    find("francesca.galli").onBehalf = List.of("roberta.ferri");
    // Not in the register: as the managing director himself, an account long deleted, and an
    // administrator who helped once and kept the access.
    find("alessandro.martini").sendAs.add(new Grant("laura.bianchi@esempio.it", "SendAs"));
    find("progetto.alfa").sendAs.add(new Grant(DELETED_ACCOUNT, "SendAs"));
    find("roberta.ferri").access.add(new Grant("marco.bellini@esempio.it", "FullAccess"));
  }

  /** Somebody set it by hand in 2021: rules, and what owners send, are not logged. */
  private void auditing() {
    for (String alias : List.of("fatture", "amministrazione")) {
      find(alias).auditOwner =
          List.of(
              "Update",
              "MoveToDeletedItems",
              "SoftDelete",
              "HardDelete",
              "UpdateFolderPermissions",
              "UpdateCalendarDelegation",
              "ApplyRecord",
              "MailItemsAccessed");
    }
  }

  private Account find(String alias) {
    return directory.of(alias);
  }
}
