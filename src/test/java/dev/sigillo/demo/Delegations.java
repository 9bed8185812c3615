package dev.sigillo.demo;

import dev.sigillo.demo.DemoMailbox.Kind;
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who may send as, send on behalf of, and open the mailboxes of others. */
final class Delegations {
  private static final String SELF = "NT AUTHORITY\\SELF";
  private static final String DELETED_ACCOUNT = "S-1-5-21-1407825672-2864312047-903711042-4821";

  private static final Map<String, List<String>> SEND_AS =
      Map.ofEntries(
          Map.entry("info@esempio.it", List.of("laura.bianchi@esempio.it")),
          Map.entry("ordini@esempio.it", List.of("paolo.greco@esempio.it")),
          Map.entry("acquisti@esempio.it", List.of("giorgio.rinaldi@esempio.it")),
          Map.entry(
              "fatture@esempio.it",
              List.of("francesca.galli@esempio.it", "roberta.ferri@esempio.it")),
          Map.entry("personale@esempio.it", List.of("silvia.marchetti@esempio.it")),
          Map.entry("newsletter@news.esempio.it", List.of("chiara.moretti@esempio.it")),
          Map.entry("assistenza@esempio.it", List.of("gruppo.assistenza@esempio.it")),
          Map.entry("spedizioni@esempio.it", List.of("antonio.deluca@esempio.it")),
          // Not in the register: as the managing director himself, and an account long deleted.
          Map.entry("alessandro.martini@esempio.it", List.of("laura.bianchi@esempio.it")),
          Map.entry("progetto.alfa@esempio.onmicrosoft.com", List.of(DELETED_ACCOUNT)));

  private static final Map<String, List<String>> FULL_ACCESS =
      Map.ofEntries(
          Map.entry("info@esempio.it", List.of("laura.bianchi@esempio.it")),
          Map.entry("ordini@esempio.it", List.of("paolo.greco@esempio.it")),
          Map.entry("acquisti@esempio.it", List.of("giorgio.rinaldi@esempio.it")),
          Map.entry(
              "fatture@esempio.it",
              List.of("francesca.galli@esempio.it", "roberta.ferri@esempio.it")),
          Map.entry("personale@esempio.it", List.of("silvia.marchetti@esempio.it")),
          Map.entry("newsletter@news.esempio.it", List.of("chiara.moretti@esempio.it")),
          Map.entry("assistenza@esempio.it", List.of("gruppo.assistenza@esempio.it")),
          Map.entry("spedizioni@esempio.it", List.of("antonio.deluca@esempio.it")),
          Map.entry("sicurezza.it@esempio.it", List.of("davide.costa@esempio.it")),
          // Not in the register: an administrator who helped once and kept the access.
          Map.entry("roberta.ferri@esempio.it", List.of("marco.bellini@esempio.it")));

  private static final Map<String, List<String>> ON_BEHALF =
      Map.of(
          "alessandro.martini@esempio.it", List.of("laura.bianchi"),
          "direzione@esempio.it", List.of("laura.bianchi"),
          "francesca.galli@esempio.it", List.of("roberta.ferri"));

  private Delegations() {}

  static List<Answer> answers(Directory directory) {
    return List.of(
        Answer.keyed(
            Dataset.RECIPIENT_PERMISSION,
            "Get-RecipientPermission {\"Identity\":\"<mailbox>\"}",
            directory.each(Delegations::sendAs),
            Map.of()),
        Answer.keyed(
            Dataset.MAILBOX_PERMISSION,
            "Get-MailboxPermission {\"Identity\":\"<mailbox>\"}",
            directory.each(Delegations::access),
            Map.of()));
  }

  /** Those who may send on behalf of a mailbox, by their names. */
  static List<String> onBehalf(DemoMailbox mailbox) {
    return ON_BEHALF.getOrDefault(mailbox.address(), List.of());
  }

  private static List<Row> sendAs(DemoMailbox mailbox) {
    List<Row> rows = new ArrayList<>();
    rows.add(sendAs(mailbox, SELF));
    SEND_AS
        .getOrDefault(mailbox.address(), List.of())
        .forEach(trustee -> rows.add(sendAs(mailbox, trustee)));
    return rows;
  }

  private static Row sendAs(DemoMailbox mailbox, String trustee) {
    return Row.empty()
        .set("Identity", mailbox.alias())
        .set("Trustee", trustee)
        .set("AccessControlType", "Allow")
        .set("AccessRights", List.of("SendAs"))
        .set("IsInherited", false);
  }

  private static List<Row> access(DemoMailbox mailbox) {
    List<Row> rows = new ArrayList<>();
    rows.add(access(mailbox, SELF, "FullAccess, ReadPermission"));
    FULL_ACCESS
        .getOrDefault(mailbox.address(), List.of())
        .forEach(trustee -> rows.add(access(mailbox, trustee, "FullAccess")));
    if (mailbox.kind() == Kind.DISCOVERY) {
      rows.add(access(mailbox, "Discovery Management", "FullAccess"));
    }
    return rows;
  }

  private static Row access(DemoMailbox mailbox, String user, String rights) {
    return Row.empty()
        .set("Identity", mailbox.alias())
        .set("User", user)
        .set("AccessRights", List.of(rights))
        .set("IsInherited", false)
        .set("Deny", false);
  }
}
