package dev.sigillo.demo;

import dev.sigillo.demo.DemoMailbox.Kind;
import dev.sigillo.snapshot.Dataset;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What forwards mail by itself: mailbox settings and inbox rules, inside and outside, and a rule
 * that hides mail from its owner.
 */
final class Forwarders {
  /** Mailbox forwarding to an address. */
  static final Map<String, String> SMTP_ADDRESSES =
      Map.of("spedizioni@esempio.it", "smtp:ordini@" + Domains.CARRIER);

  /** Mailbox forwarding to somebody in the address book. */
  static final Map<String, String> DIRECTORY =
      Map.of(
          "francesca.galli@esempio.it", Domains.ACCOUNTANTS_CONTACT,
          "info@esempio.it", "segreteria",
          "postmaster@esempio.it", "helpdesk");

  /** Mailboxes whose rules could not be read. */
  private static final Map<String, String> UNREAD =
      Map.of(
          "antonio.deluca@esempio.it", "504 Gateway Timeout",
          "service@esempio.com", "504 Gateway Timeout",
          "silvia.marchetti@esempio.it", "500 MailboxInTransitException");

  private final Directory directory;
  private final Map<String, List<Row>> rules = new HashMap<>();

  private Forwarders(Directory directory) {
    this.directory = directory;
    // Outside: stopped by the default policy, stopped by the remote domain, switched off.
    rule("paolo.greco").set("ForwardTo", List.of(outside("Paolo Greco", "p.greco@posta.example")));
    rule("stefano.riva")
        .set("RedirectTo", List.of(outside("Agenzia Riva", "s.riva@agenzia-riva.example")));
    rule("giorgio.rinaldi")
        .set("Enabled", false)
        .set("ForwardAsAttachmentTo", List.of(outside("Casa", "giorgio.rinaldi@posta.example")));
    // Hides what its owner should see, as whoever broke into a mailbox does.
    rule("roberta.ferri").set("DeleteMessage", true).set("MarkAsRead", true);
    inside("alessandro.martini", "direzione@esempio.it");
    inside("chiara.moretti", "marketing@esempio.it");
    inside("laura.bianchi", "segreteria@esempio.it");
    inside("marco.bellini", "helpdesk@esempio.it");
    filing();
  }

  static Answer answer(Directory directory) {
    Forwarders forwarders = new Forwarders(directory);
    Map<String, List<Row>> byKey = new LinkedHashMap<>();
    Map<String, String> errors = new LinkedHashMap<>();
    for (DemoMailbox mailbox : directory.mailboxes()) {
      String error = UNREAD.get(mailbox.address());
      if (error == null) {
        byKey.put(mailbox.key(), forwarders.rules.getOrDefault(mailbox.alias(), List.of()));
      } else {
        errors.put(mailbox.key(), error);
      }
    }
    return Answer.keyed(
            Dataset.INBOX_RULE,
            "Get-InboxRule {\"Mailbox\":\"<mailbox>\",\"IncludeHidden\":true}",
            byKey,
            errors)
        .withholding("Name", "Description", "conditions and exceptions");
  }

  /** Every fifth colleague files the mail of a project or a newsletter in a folder. */
  private void filing() {
    List<DemoMailbox> people =
        directory.mailboxes().stream().filter(m -> m.kind() == Kind.PERSON).toList();
    for (int i = People.CAST.size(); i < people.size(); i++) {
      if (i % 5 == 0) {
        rule(people.get(i).alias()).set("MoveToFolder", i % 2 == 0 ? "Progetti" : "Fornitori");
      }
    }
  }

  private void inside(String alias, String address) {
    rule(alias).set("ForwardTo", List.of(directory.find(address).inRule()));
  }

  private static String outside(String name, String address) {
    return "\"%s\" [SMTP:%s]".formatted(name, address);
  }

  private Row rule(String alias) {
    List<Row> own = rules.computeIfAbsent(alias, k -> new ArrayList<>());
    BigInteger id = ruleIdentity(alias + "/" + own.size());
    Row row =
        Row.empty()
            .set("Identity", alias + "\\" + id)
            .set("RuleIdentity", id)
            .set("Enabled", true)
            .setNull("ForwardTo", "ForwardAsAttachmentTo", "RedirectTo")
            .set("DeleteMessage", false)
            .set("SoftDeleteMessage", false)
            .set("MoveToFolder", null)
            .set("MarkAsRead", false);
    own.add(row);
    return row;
  }

  /** An unsigned number of 64 bits, as Exchange gives them: too large for a long. */
  private static BigInteger ruleIdentity(String what) {
    String digits = Row.guid("rule/" + what).replace("-", "").substring(0, 15);
    return new BigInteger("f" + digits, 16);
  }
}
