package dev.sigillo.evaluate;

import dev.sigillo.effective.Concealment;
import dev.sigillo.effective.Delegates;
import dev.sigillo.effective.Delegates.Standing;
import dev.sigillo.effective.Leak;
import dev.sigillo.effective.MailboxAudit;
import dev.sigillo.effective.Sender;
import dev.sigillo.effective.Verdict;
import dev.sigillo.evaluate.Bench.Judge;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxPermission;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.RecipientPermission;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The mailbox controls once more, as one would write them without a rule engine. */
final class PlainRules {
  private static final List<String> SENDING =
      List.of("UserMailbox", "LinkedMailbox", "SharedMailbox");
  private static final Pattern MOERA =
      Pattern.compile("(?i).+\\.(onmicrosoft\\.(com|us|de)|partner\\.onmschina\\.cn)");

  private final Register register;
  private final long maxRecipients;
  private final boolean automaticCountsAsOff;
  private final List<String> folders;
  private final boolean deletionAlone;
  private final List<String> onBehalf;
  private final List<String> sendAs;
  private final List<String> access;
  private final List<String> system;
  private final Parameters audit;
  private final List<String> owner;
  private final List<String> delegate;
  private final List<String> admin;

  PlainRules(Register register, Map<String, Judge> judges) {
    this.register = register;
    maxRecipients = of(judges, "OUTBOUND-07").integer("maxRecipients");
    automaticCountsAsOff = of(judges, "FORWARDING-10").bool("automaticCountsAsOff");
    folders = of(judges, "FORWARDING-07").strings("folders");
    deletionAlone = of(judges, "FORWARDING-07").bool("deletionAlone");
    onBehalf = of(judges, "DELEGATION-03").strings("allowedTrustees");
    sendAs = of(judges, "DELEGATION-02").strings("allowedTrustees");
    access = of(judges, "DELEGATION-04").strings("allowedTrustees");
    system = of(judges, "DELEGATION-04").strings("systemAccounts");
    audit = of(judges, "ALERTS-07");
    owner = audit.strings("owner");
    delegate = audit.strings("delegate");
    admin = audit.strings("admin");
  }

  private static Parameters of(Map<String, Judge> judges, String control) {
    return Objects.requireNonNull(judges.get(control), control).parameters();
  }

  void check(Sender sender, Findings findings) {
    Mailbox m = sender.mailbox();
    settings(m, findings);
    protocols(m, findings);
    forwards(sender, findings);
    m.inboxRules().forEach(rule -> hiding(m, rule, findings));
    delegates(m, findings);
    recorded(m, findings);
  }

  private void settings(Mailbox m, Findings findings) {
    MailboxSettings s = m.settings();
    if (m.registration().isMfaCapable().isNot(true)
        && !register.emergencyAccounts().contains(m.key().toLowerCase(Locale.ROOT))) {
      findings.firing("IDENTITY-04");
      findings.add(m, "notCapable", m.registration().isMfaCapable(), true, m.registration());
    }
    if (s.recipientTypeDetails().in(SENDING)) {
      if (MOERA.matcher(s.primarySmtpAddress().orElse("")).matches()) {
        findings.firing("OUTBOUND-08");
        findings.add(m, "moera", s.primarySmtpAddress(), "≠ *.onmicrosoft.com");
      }
      if (s.recipientLimits().above(maxRecipients)) {
        findings.firing("OUTBOUND-07");
        findings.add(m, "above", s.recipientLimits(), maxRecipients);
      }
    }
    if (s.recipientTypeDetails().is("SharedMailbox") && m.user().accountEnabled().is(true)) {
      findings.firing("DELEGATION-01");
      findings.add(m, "enabled", m.user().accountEnabled(), false, m.user());
    }
  }

  private void protocols(Mailbox m, Findings findings) {
    boolean person = m.settings().recipientTypeDetails().isNot("DiscoveryMailbox");
    boolean pop = m.cas().popEnabled().is(true) && person;
    boolean imap = m.cas().imapEnabled().is(true) && person;
    boolean smtp = m.cas().smtpClientAuthenticationDisabled().is(false);
    if ((pop || imap || smtp)
        && !register.holdsMailbox(m.settings().primarySmtpAddress().orNull())
        && !register.holdsMailbox(m.settings().userPrincipalName().orNull())) {
      findings.firing("SMTPAUTH-03");
      if (pop) {
        findings.add(m, "pop", m.cas().popEnabled(), false, m.cas());
      }
      if (imap) {
        findings.add(m, "imap", m.cas().imapEnabled(), false, m.cas());
      }
      if (smtp) {
        findings.firing("SMTPAUTH-02");
        findings.add(m, "enabled", m.cas().smtpClientAuthenticationDisabled(), true, m.cas());
      }
    }
  }

  private void forwards(Sender sender, Findings findings) {
    Mailbox m = sender.mailbox();
    findings.firing("FORWARDING-10");
    for (Leak leak : sender.leaks(Verdict.OPEN)) {
      findings.add(m, "open", leak.layers(), "null", leak.evidence());
    }
    if (!automaticCountsAsOff) {
      for (Leak leak : sender.leaks(Verdict.AUTOMATIC)) {
        findings.add(m, "automatic", leak.layers(), "null", leak.evidence());
      }
    }
    findings.firing("FORWARDING-06");
    for (Leak leak : sender.inboxRuleLeaks()) {
      findings.add(m, "external", leak.paths(), "null", leak.source());
    }
    findings.firing("FORWARDING-15");
    for (Leak leak : sender.hiddenLeaks()) {
      findings.add(m, "hidden", leak.paths(), "null", leak.source());
    }
    findings.firing("FORWARDING-05");
    for (Leak leak : sender.mailboxLeaks()) {
      findings.add(m, "external", leak.paths(), "null", leak.source());
    }
  }

  private void hiding(Mailbox m, InboxRule rule, Findings findings) {
    if (!rule.enabled().is(true)) {
      return;
    }
    findings.firing("FORWARDING-07");
    boolean sends = Concealment.sendsOn(rule);
    boolean hides = Concealment.hides(rule, folders);
    if (sends && hides) {
      findings.add(m, "sentOn", Concealment.actions(rule), "null", rule);
    } else if (!sends && hides && rule.markAsRead().is(true)) {
      findings.add(m, "read", Concealment.actions(rule), "null", rule);
    }
    if (deletionAlone && !sends && rule.markAsRead().isNot(true) && Concealment.deletes(rule)) {
      findings.add(m, "deleted", Concealment.actions(rule), "null", rule);
    }
  }

  private void delegates(Mailbox m, Findings findings) {
    List<String> outside = Delegates.onBehalfOutside(onBehalf, m);
    if (!outside.isEmpty()) {
      findings.firing("DELEGATION-03");
      findings.add(m, "grant", outside, "allowedTrustees");
    }
    findings.firing("DELEGATION-02");
    for (RecipientPermission row : m.recipientPermissions()) {
      if (Delegates.sendsAs(row)) {
        add(findings, m, Delegates.standing(sendAs, m, row.trustee()), row.trustee(), row);
      }
    }
    findings.firing("DELEGATION-04");
    for (MailboxPermission row : m.mailboxPermissions()) {
      if (Delegates.opens(row)) {
        Standing standing = Delegates.standing(system, m, row.user());
        add(
            findings,
            m,
            standing == Standing.REGISTERED ? standing : Delegates.standing(access, m, row.user()),
            row.user(),
            row);
      }
    }
  }

  private static void add(
      Findings findings,
      Mailbox m,
      Standing standing,
      Setting<String> who,
      dev.sigillo.snapshot.Fact row) {
    switch (standing) {
      case OUTSIDE -> findings.add(m, "grant", who, "allowedTrustees", row);
      case EVERYONE -> findings.add(m, "everyone", who, "allowedTrustees", row);
      case ORPHAN -> findings.add(m, "orphan", who, "allowedTrustees", row);
      case OWN, REGISTERED -> {}
    }
  }

  private void recorded(Mailbox m, Findings findings) {
    MailboxSettings s = m.settings();
    if (!MailboxAudit.covers(s)) {
      return;
    }
    findings.firing("ALERTS-07");
    if (MailboxAudit.incomplete(s.auditOwner(), owner)) {
      findings.add(m, "owner", s.auditOwner().list().toString(), owner.toString());
    }
    if (MailboxAudit.incomplete(s.auditDelegate(), delegate)) {
      findings.add(m, "delegate", s.auditDelegate().list().toString(), delegate.toString());
    }
    if (MailboxAudit.incomplete(s.auditAdmin(), admin)) {
      findings.add(m, "admin", s.auditAdmin().list().toString(), admin.toString());
    }
    if (MailboxAudit.shorter(s.auditLogAgeLimit(), audit.integer("days"))) {
      findings.add(m, "age", MailboxAudit.days(s.auditLogAgeLimit()), audit.integer("days"));
    }
  }
}
