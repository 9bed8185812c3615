package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.OPTIONS;
import static dev.sigillo.collect.imports.Imports.entry;
import static dev.sigillo.collect.imports.Imports.facts;
import static dev.sigillo.collect.imports.Imports.mailboxes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.BlockedSender;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxReader;
import dev.sigillo.snapshot.OutboundConnector;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.RemoteDomain;
import dev.sigillo.snapshot.RoleAssignment;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TransportConfig;
import dev.sigillo.snapshot.TransportRule;
import dev.sigillo.snapshot.Unanswered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CmdletImportTest {
  private static final String GUID = "11111111-2222-3333-4444-55555555555";

  @TempDir Path temp;
  private Path folder;
  private Path target;

  @BeforeEach
  void make() throws IOException {
    folder = Files.createDirectory(temp.resolve("export"));
    target = temp.resolve("s.zip");
  }

  private void file(String name, String text) throws IOException {
    Files.write(folder.resolve(name), text.replace('\'', '"').getBytes(UTF_8));
  }

  private void file(String name, String text, Charset charset, int... mark) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int one : mark) {
      out.write(one);
    }
    out.writeBytes(text.replace('\'', '"').getBytes(charset));
    Files.write(folder.resolve(name), out.toByteArray());
  }

  private Mailbox mailbox(String key) {
    return Objects.requireNonNull(mailboxes(target).get(key));
  }

  private Imported run() {
    return CmdletImport.run(folder, target, OPTIONS);
  }

  private void refused(String sentence) {
    assertThatThrownBy(this::run)
        .isInstanceOf(SnapshotException.class)
        .hasMessageContaining(sentence);
    assertThat(target).doesNotExist();
    assertThat(temp).isDirectoryNotContaining(path -> path.toString().contains(".sigillo"));
  }

  private void twoMailboxes() throws IOException {
    file(
        "Get-Mailbox.json",
        "[{'ExternalDirectoryObjectId':'"
            + GUID
            + "A','ExchangeGuid':'x-a','Name':'anna',"
            + "'DisplayName':'Mario Rossi','PrimarySmtpAddress':'a@x.it',"
            + "'UserPrincipalName':'anna@x.it','EmailAddresses':['SMTP:a@x.it','smtp:old@x.it'],"
            + "'LegacyExchangeDN':'/o=Org/cn=anna','SecretNote':'s'},"
            + "{'ExternalDirectoryObjectId':'','ExchangeGuid':'X-B','Name':'bruno',"
            + "'DisplayName':'Mario Rossi','PrimarySmtpAddress':'b@x.it'}]");
  }

  @Test
  void one_object_an_array_a_page_and_null_are_rows() throws IOException {
    file("Get-TransportConfig.json", "{'SmtpClientAuthenticationDisabled':true}");
    file(
        "Get-AcceptedDomain.json",
        "{'value':[{'DomainName':'a.it'},{'DomainName':'b.it'}]," + "'Count':2}");
    file("Get-BlockedSenderAddress.json", "[null]");
    file("Get-RemoteDomain.json", "null");
    file(
        "Get-MailUser.json",
        "{'@odata.context':'c','value':[{'Name':'u'}]," + "'@odata.nextLink':'https://more'}");
    run();
    assertThat(facts(target).all(TransportConfig.class)).hasSize(1);
    assertThat(facts(target).all(AcceptedDomain.class)).hasSize(2);
    assertThat(entry(target, "exchange/Get-BlockedSenderAddress"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.COMPLETE))
        .satisfies(e -> assertThat(e.rows()).isZero());
    assertThat(entry(target, "exchange/Get-RemoteDomain").rows()).isZero();
    assertThat(entry(target, "exchange/Get-MailUser").status()).isEqualTo(Status.TRUNCATED);
    assertThat(entry(target, "exchange/Get-Mailbox"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.SKIPPED))
        .satisfies(e -> assertThat(e.reason()).isEqualTo("sigillo:file-missing|Get-Mailbox"));
  }

  @Test
  void an_empty_file_is_a_failure_never_zero_rows() throws IOException {
    file("Get-TransportRule.json", "\uFEFF \r\n");
    file("Get-RemoteDomain.csv", "");
    run();
    assertThat(entry(target, "exchange/Get-TransportRule").status()).isEqualTo(Status.FAILED);
    assertThat(entry(target, "exchange/Get-RemoteDomain").status()).isEqualTo(Status.FAILED);
  }

  @Test
  void csv_of_windows_powershell_is_read_with_its_type_line_and_its_separator() throws IOException {
    file(
        "Get-OutboundConnector.csv",
        String.join(
            "\r\n",
            "#TYPE System.Management.Automation.PSCustomObject",
            "'Name';'Enabled';'SmartHosts';'RecipientDomains';'TlsDomain'",
            "'Università';'True';'a.it, b.it';'System.Collections.ArrayList';''",
            ""),
        Charset.forName("windows-1252"));
    run();
    OutboundConnector connector = facts(target).all(OutboundConnector.class).get(0);
    assertThat(connector.name().orElse("")).isEqualTo("Università");
    assertThat(connector.enabled().is(true)).isTrue();
    assertThat(connector.smartHosts().list()).containsExactly("a.it", "b.it");
    assertThat(connector.recipientDomains().known()).isFalse();
    assertThat(connector.tlsDomain().isNull()).isTrue();
    assertThat(connector.useMXRecord().known()).isFalse();
    assertThat(entry(target, "exchange/Get-OutboundConnector").status())
        .isEqualTo(Status.TRUNCATED);
  }

  /** The commands of the runbook, each piped to Export-Csv. */
  @Test
  void what_the_runbook_asks_for_is_imported() throws IOException {
    file(
        "Get-HostedOutboundSpamFilterPolicy.csv",
        """
        #TYPE Deserialized.HostedOutboundSpamFilterPolicy
        'Name','AutoForwardingMode'
        'Default','Off'
        """);
    file(
        "Get-TransportConfig.csv",
        "'Name','SmtpClientAuthenticationDisabled'\n'Settings','True'\n");
    file("Get-Mailbox.csv", "'ExchangeGuid','PrimarySmtpAddress','Name'\n'g-1','a@x.it','anna'\n");
    file(
        "Get-CASMailbox.csv",
        "'PrimarySmtpAddress','SmtpClientAuthenticationDisabled'\n'a@x.it',''\n");
    file(
        "Get-InboxRule.csv",
        """
        'MailboxOwnerId','Name','RedirectTo','ForwardTo','ForwardAsAttachmentTo'
        'anna','r','','''Mario, R'' [SMTP:m@y.it]',''
        """);
    file(
        "Get-OutboundConnector.csv",
        "'Name','ConnectorType','SmartHosts','Enabled'\n'c','Partner','[10.0.0.1]','True'\n");
    run();
    assertThat(facts(target).all(TransportConfig.class).get(0).smtpClientAuthenticationDisabled())
        .hasToString("true");
    assertThat(facts(target).all(OutboundSpamPolicy.class).get(0).autoForwardingMode())
        .hasToString("Off");
    assertThat(facts(target).all(OutboundConnector.class).get(0).smartHosts().list())
        .containsExactly("[10.0.0.1]");
    Mailbox anna = mailbox("g-1");
    assertThat(anna.cas().smtpClientAuthenticationDisabled().isNull()).isTrue();
    assertThat(anna.inboxRules())
        .singleElement()
        .satisfies(
            rule ->
                assertThat(rule.forwardTo().list()).containsExactly("\"Mario, R\" [SMTP:m@y.it]"));
  }

  @Test
  void files_come_in_utf_8_and_utf_16_with_or_without_a_mark() throws IOException {
    String json = "[{'DomainName':'è.it'}]";
    file("Get-AcceptedDomain.json", json, StandardCharsets.UTF_16LE, 0xFF, 0xFE);
    file("Get-RemoteDomain.csv", "'DomainName'\n'è.it'\n", StandardCharsets.UTF_16BE, 0xFE, 0xFF);
    file("Get-BlockedSenderAddress.csv", "SenderAddress\nè@x.it\n", UTF_8, 0xEF, 0xBB, 0xBF);
    file("Get-TransportRule.json", "[{'Name':'è'}]", Charset.forName("windows-1252"));
    run();
    assertThat(facts(target).all(AcceptedDomain.class).get(0).domainName().is("è.it")).isTrue();
    assertThat(facts(target).all(RemoteDomain.class).get(0).subjectName()).isEqualTo("è.it");
    assertThat(facts(target).all(BlockedSender.class).get(0).subjectName()).isEqualTo("è@x.it");
    assertThat(facts(target).all(TransportRule.class).get(0).subjectName()).isEqualTo("è");
  }

  @Test
  void dates_of_powershell_5_are_read_and_those_that_could_be_two_are_not() throws IOException {
    file(
        "Get-BlockedSenderAddress.json",
        "[{'SenderAddress':'a@x.it','CreatedDatetime':'\\/Date(1777880361000)\\/'},"
            + "{'SenderAddress':'b@x.it','CreatedDatetime':'03/04/2026 10:00:00'}]");
    run();
    assertThat(facts(target).all(BlockedSender.class))
        .extracting(b -> b.createdDatetime().orNull())
        .containsExactly(Instant.ofEpochMilli(1777880361000L), null);
  }

  @Test
  void objects_cut_off_at_depth_two_are_unreadable() throws IOException {
    file(
        "Get-MgIdentityConditionalAccessPolicy.json",
        "[{'Id':'p','Conditions':{'Users':"
            + "'Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccessUsers'}}]");
    run();
    ConditionalAccessPolicy policy = facts(target).all(ConditionalAccessPolicy.class).get(0);
    assertThat(policy.conditions().known()).isTrue();
    assertThat(policy.conditions().list()).hasSize(1);
    assertThat(
            PropertyPath.of(ConditionalAccessPolicy.class, "conditions.users").of(policy).known())
        .isFalse();
  }

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
  void a_list_that_stops_at_a_thousand_was_cut_short_unless_the_log_says_otherwise()
      throws IOException {
    StringBuilder csv = new StringBuilder("ExchangeGuid,PrimarySmtpAddress\n");
    for (int i = 0; i < 1_000; i++) {
      csv.append("guid-").append(i).append(",m").append(i).append("@x.it\n");
    }
    file("Get-Mailbox.csv", csv.toString());
    run();
    assertThat(entry(target, "exchange/Get-Mailbox"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.TRUNCATED))
        .satisfies(
            e ->
                assertThat(e.reason())
                    .startsWith("sigillo:stops-at|1000|")
                    .endsWith("-ResultSize Unlimited"));
    file("_export.json", "{'complete':['Get-Mailbox']}");
    run();
    assertThat(entry(target, "exchange/Get-Mailbox").status()).isEqualTo(Status.COMPLETE);
  }

  @Test
  void a_command_that_failed_is_failed_under_any_of_its_names() throws IOException {
    file("Get-RemoteDomain.json", "[]");
    file("Get-AcceptedDomain.json", "[]");
    file("_export.json", "{'failed':{'Get-MgUser':'401','Get-AcceptedDomain':'403'}}");
    run();
    assertThat(entry(target, "graph/users"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.FAILED))
        .satisfies(e -> assertThat(e.reason()).isEqualTo("401"));
    assertThat(entry(target, "exchange/Get-AcceptedDomain").status()).isEqualTo(Status.FAILED);
    assertThat(entry(target, "exchange/Get-RemoteDomain").status()).isEqualTo(Status.COMPLETE);
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

  @Test
  void files_of_no_dataset_are_left_alone_and_named() throws IOException {
    file("Get-RemoteDomain.json", "[]");
    file("Get-MessageTrace.csv", "x\n");
    file("Search-UnifiedAuditLog.json", "[]");
    assertThat(run().notes())
        .containsExactly(
            "Get-MessageTrace.csv was not taken over: no dataset is made from it.",
            "Search-UnifiedAuditLog.json was not taken over: no dataset is made from it.");
    assertThat(entry(target, "exchange/Search-UnifiedAuditLog").status()).isEqualTo(Status.SKIPPED);
  }

  @Test
  void roles_come_with_their_holder_and_sign_ins_are_left_alone() throws IOException {
    file(
        "Get-MgRoleManagementDirectoryRoleAssignment.json",
        "[{'Id':'a','RoleDefinitionId':'r','PrincipalId':'p',"
            + "'Principal':{'displayName':'Team','isAssignableToRole':true,'mail':'t@x.it'}}]");
    file("signIns.json", "[{'id':'s'}]");
    assertThat(run().notes())
        .containsExactly("signIns.json was not taken over: no dataset is made from it.");
    RoleAssignment role = facts(target).all(RoleAssignment.class).get(0);
    assertThat(role.isToGroup()).isTrue();
    assertThat(role.principalName().is("Team")).isTrue();
    assertThat(entry(target, "graph/roleAssignments").withheld()).containsExactly("Principal.mail");
  }

  @Test
  void the_same_export_gives_the_same_bytes() throws IOException {
    twoMailboxes();
    file("Get-InboxRule.json", "[{'MailboxOwnerId':'Mario Rossi'},{'MailboxOwnerId':'anna'}]");
    run();
    byte[] first = Files.readAllBytes(target);
    run();
    assertThat(Files.readAllBytes(target)).isEqualTo(first);
  }

  @Test
  void broken_exports_are_refused_with_a_sentence() throws IOException {
    refused(folder + " holds no export; files are named after their command");
    file("Get-RemoteDomain.json", "[{'DomainName':'a'}");
    refused("Get-RemoteDomain.json: line 1, column");
    file("Get-RemoteDomain.json", "['a']");
    refused("Get-RemoteDomain.json: line 1: a value_string where a row (a JSON object) is");
    file("Get-RemoteDomain.json", "[] []");
    refused("Get-RemoteDomain.json: line 1: something follows after the end");
    file("Get-RemoteDomain.json", "{'a':1,'a':2}");
    refused("Get-RemoteDomain.json: a row has a twice.");
    file("Get-RemoteDomain.json", "[{'a':1,'a':2}]");
    refused("Get-RemoteDomain.json: line 1");
    file("Get-RemoteDomain.csv", "a\n");
    refused("Get-RemoteDomain.csv and Get-RemoteDomain.json hold the same; keep one.");
    Files.delete(folder.resolve("Get-RemoteDomain.json"));
    file("Get-RemoteDomain.csv", "a,b\n1\n");
    refused("Get-RemoteDomain.csv: line 2 has 1 cells where the header has 2");
    file("Get-RemoteDomain.csv", "a,A\n1,2\n");
    refused("Get-RemoteDomain.csv has two columns called A");
    file("Get-RemoteDomain.csv", "a,b\n'1,2\n");
    refused("Get-RemoteDomain.csv: line 2: this is not CSV");
    file("Get-RemoteDomain.csv", "a,b\n'" + "x".repeat(9 << 20) + "\n");
    refused("Get-RemoteDomain.csv holds a record longer than 8388608 characters");
    file("Get-RemoteDomain.csv", "a\n");
    file("_export.json", "{'exportedby':'x'}");
    refused("_export.json cannot be read: Unrecognized field \"exportedby\"");
    file("_export.json", "{'perMailbox':{'Get-InboxRule':{'asked':'some'}}}");
    refused("asked is neither \"all\" nor a list");
    file("_export.json", "{'startedUtc':'2026-01-02T00:00:00Z','endedUtc':'2026-01-01T00:00:00Z'}");
    refused("_export.json: endedUtc 2026-01-01T00:00:00Z is before startedUtc");
    Files.delete(folder.resolve("_export.json"));
    file("Get-Mailbox.csv", "DisplayName\nx\n");
    refused("Get-Mailbox.csv: row 1 has no ExternalDirectoryObjectId, ExchangeGuid, Guid,");
    file("Get-Mailbox.csv", "ExchangeGuid\nx\nX\n");
    refused("Get-Mailbox.csv: row 2: mailbox x is there twice.");
    file("Get-DistributionGroupMember.csv", "Name\nx\n");
    Files.delete(folder.resolve("Get-Mailbox.csv"));
    refused("a row has no GroupKey");
  }
}
