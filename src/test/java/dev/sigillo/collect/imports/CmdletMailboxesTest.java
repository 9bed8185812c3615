package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.entry;
import static dev.sigillo.collect.imports.Imports.facts;
import static dev.sigillo.collect.imports.Imports.mailboxes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Unanswered;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CmdletMailboxesTest extends CmdletFolder {

  @Test
  void rows_find_their_mailbox_by_any_of_its_names() throws IOException {
    twoMailboxes();
    file(
        "Get-InboxRule.json",
        "[{'MailboxOwnerId':'eur.prod/Hosted/x.onmicrosoft.com/anna','Name':'private','ForwardTo':'1'},"
            + "{'MailboxOwnerId':'OLD@X.IT','ForwardTo':'2'},"
            + "{'Identity':'bruno\\\\1539','ForwardTo':'3'}]");
    file("Get-CASMailbox.csv", "PrimarySmtpAddress,ImapEnabled\nB@x.it,False\na@x.it,True\n");
    file("Get-MailboxPermission.json", "{'Identity':'/o=Org/cn=ANNA','User':'u'}");
    file(
        "Get-MgUser.json",
        "[{'Id':'" + GUID + "a','AccountEnabled':true},{'Id':'no-mailbox','AccountEnabled':true}]");
    run();
    assertThat(mailboxes(target)).containsOnlyKeys(GUID + "a", "x-b");
    Mailbox anna = mailbox(GUID + "a");
    Mailbox bruno = mailbox("x-b");
    assertThat(anna.inboxRules())
        .extracting(r -> r.forwardTo().list().get(0))
        .containsExactly("1", "2");
    assertThat(anna.inboxRules())
        .extracting(InboxRule::name)
        .allMatch(name -> !name.known(), "names of rules are withheld");
    assertThat(bruno.inboxRules()).hasSize(1);
    assertThat(bruno.cas().imapEnabled().is(false)).isTrue();
    assertThat(anna.mailboxPermissions()).hasSize(1);
    assertThat(anna.user().accountEnabled().is(true)).isTrue();
    assertThat(bruno.unanswered())
        .containsEntry(Dataset.MAILBOX_PERMISSION, Unanswered.NOT_ASKED)
        .containsEntry(Dataset.USER, Unanswered.NOT_ASKED);
    assertThat(entry(target, "exchange/Get-InboxRule").withheld())
        .containsExactly("MailboxOwnerId", "Name");
    assertThat(entry(target, "exchange/Get-Mailbox").withheld()).contains("SecretNote");
    assertThat(entry(target, "exchange/Get-CASMailbox"))
        .satisfies(e -> assertThat(e.covered()).isEqualTo(2))
        .satisfies(e -> assertThat(e.total()).isEqualTo(2));
  }

  @Test
  void names_of_inbox_rules_are_kept_on_request() throws IOException {
    file("Get-EXOMailbox.json", "[{'ExchangeGuid':'x-a'}]");
    file("Get-InboxRule.json", "[{'MailboxKey':'x-a','Name':'n','Description':'d'}]");
    CmdletImport.run(folder, target, new ImportOptions("0.1.0", true));
    assertThat(mailbox("x-a").inboxRules().get(0).name()).hasToString("n");
    assertThat(entry(target, "exchange/Get-InboxRule").withheld())
        .containsExactly("Description", "MailboxKey");
  }

  @Test
  void a_name_that_two_bear_leaves_both_unknown() throws IOException {
    twoMailboxes();
    file(
        "Get-MailboxPermission.json",
        "[{'Identity':'mario rossi','User':'u'},{'Identity':'anna','User':'u'}]");
    run();
    assertThat(mailboxes(target).values())
        .allSatisfy(
            mailbox ->
                assertThat(mailbox.unanswered().get(Dataset.MAILBOX_PERMISSION))
                    .extracting(u -> u.kind())
                    .isEqualTo(Unanswered.Kind.NO_ANSWER));
    DatasetEntry permissions = entry(target, "exchange/Get-MailboxPermission");
    assertThat(permissions.covered()).isZero();
    assertThat(permissions.reason()).isEqualTo("sigillo:rows-unplaced|0|1");
  }

  @Test
  void the_log_says_who_was_asked_and_who_failed() throws IOException {
    twoMailboxes();
    file("Get-InboxRule.json", "[]");
    file(
        "_export.json",
        "{'exportedBy':'me','startedUtc':'2026-11-24T08:00:00.1234567Z',"
            + "'endedUtc':'2026-11-24T09:00:00Z','tenantId':'t','perMailbox':{'get-inboxrule':"
            + "{'asked':'all','failed':[{'mailbox':'b@x.it','error':'403 Forbidden'}]}}}");
    run();
    assertThat(mailbox(GUID + "a").unanswered()).doesNotContainKey(Dataset.INBOX_RULE);
    assertThat(mailbox("x-b").unanswered())
        .containsEntry(Dataset.INBOX_RULE, Unanswered.noAnswer("403 Forbidden"));
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(snapshot.manifest().collectedBy()).isEqualTo("me");
      assertThat(snapshot.manifest().tenantId()).isEqualTo("t");
      assertThat(snapshot.manifest().end()).isEqualTo(Instant.parse("2026-11-24T09:00:00Z"));
    }
  }

  @Test
  void only_those_asked_are_known_to_have_nothing() throws IOException {
    twoMailboxes();
    file("Get-InboxRule.json", "[]");
    file("_export.json", "{'perMailbox':{'Get-InboxRule':{'asked':['X-B']}}}");
    run();
    assertThat(mailbox("x-b").unanswered()).doesNotContainKey(Dataset.INBOX_RULE);
    assertThat(mailbox(GUID + "a").unanswered())
        .containsEntry(Dataset.INBOX_RULE, Unanswered.NOT_ASKED);
  }

  @Test
  void a_row_of_nobody_may_be_of_any_mailbox_without_one() throws IOException {
    twoMailboxes();
    file(
        "Get-InboxRule.json",
        "[{'MailboxOwnerId':'anna','ForwardTo':'1'},{'MailboxOwnerId':'Carlo','ForwardTo':'2'}]");
    file("_export.json", "{'perMailbox':{'Get-InboxRule':{'asked':'all'}}}");
    run();
    assertThat(mailbox(GUID + "a").inboxRules()).hasSize(1);
    assertThat(mailbox("x-b").unanswered().get(Dataset.INBOX_RULE))
        .isEqualTo(Unanswered.noAnswer("sigillo:ownerless-rows"));
    try (Snapshot snapshot = Snapshots.open(target);
        MailboxReader reader = MailboxReader.open(snapshot)) {
      reader.forEachRemaining(mailbox -> {});
      assertThat(reader.strangers()).containsExactly(Map.entry(Dataset.INBOX_RULE, 1L));
    }
  }

  @Test
  void a_mailbox_called_like_anothers_id_takes_nothing_away() throws IOException {
    file(
        "Get-Mailbox.json",
        "[{'ExchangeGuid':'id-a','PrimarySmtpAddress':'a@x.it'},"
            + "{'ExchangeGuid':'id-b','DisplayName':'id-a','Name':'a@x.it'}]");
    file("Get-CASMailbox.json", "[{'PrimarySmtpAddress':'a@x.it','ImapEnabled':true}]");
    run();
    assertThat(mailbox("id-a").cas().imapEnabled().is(true)).isTrue();
    assertThat(mailbox("id-b").unanswered()).containsKey(Dataset.CAS_MAILBOX);
  }

  @Test
  void two_rows_where_one_is_possible_leave_the_mailbox_unknown() throws IOException {
    twoMailboxes();
    file(
        "Get-CASMailbox.json",
        "[{'Guid':'x-a','ImapEnabled':true},{'PrimarySmtpAddress':'a@x.it','ImapEnabled':false}]");
    file("Get-Mailbox.json", "[{'ExchangeGuid':'x-a','PrimarySmtpAddress':'a@x.it'}]");
    run();
    assertThat(mailbox("x-a").unanswered())
        .containsEntry(Dataset.CAS_MAILBOX, Unanswered.noAnswer("sigillo:several-rows"));
  }

  @Test
  void members_stand_under_their_group() throws IOException {
    file(
        "Get-DistributionGroupMember.json",
        "[{'GroupKey':'Sales@x.it','PrimarySmtpAddress':'a@x.it'}]");
    file(
        "_export.json",
        "{'perGroup':{'Get-DistributionGroupMember':{'asked':['sales@x.it','empty@x.it','bad@x.it'],"
            + "'failed':[{'group':'bad@x.it','error':'404'}]}}}");
    run();
    assertThat(facts(target).groups()).containsOnlyKeys("sales@x.it", "empty@x.it");
    assertThat(facts(target).unansweredGroups()).containsExactly(Map.entry("bad@x.it", "404"));
  }
}
