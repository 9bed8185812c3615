package dev.sigillo.collect.imports;

import static dev.sigillo.collect.imports.Imports.entry;
import static dev.sigillo.collect.imports.Imports.facts;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.AcceptedDomain;
import dev.sigillo.snapshot.BlockedSender;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.OutboundConnector;
import dev.sigillo.snapshot.OutboundSpamPolicy;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.RemoteDomain;
import dev.sigillo.snapshot.RoleAssignment;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TransportConfig;
import dev.sigillo.snapshot.TransportRule;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CmdletImportTest extends CmdletFolder {

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
  void a_permission_that_nobody_can_name_is_not_taken_for_harmless() throws IOException {
    file(
        "Get-MgServicePrincipalAppRoleAssignedTo.json",
        "[{'Id':'a','AppRoleId':'11111111-aaaa-4bbb-8ccc-222222222222','AppRoleValue':null},"
            + "{'Id':'b','AppRoleId':'11111111-aaaa-4bbb-8ccc-333333333333'},"
            + "{'Id':'c','AppRoleId':'df021288-bdef-4463-88db-98f22de89214',"
            + "'AppRoleValue':'User.Read.All'}]");
    file("_export.json", "{'complete':['Get-MgServicePrincipalAppRoleAssignedTo']}");
    run();
    assertThat(entry(target, "graph/appRoleAssignedTo"))
        .satisfies(e -> assertThat(e.status()).isEqualTo(Status.TRUNCATED))
        .satisfies(e -> assertThat(e.reason()).isEqualTo("sigillo:permissions-unnamed|2"))
        .satisfies(e -> assertThat(e.rows()).isEqualTo(3));
  }

  @Test
  void permissions_that_their_ids_tell_need_no_name() throws IOException {
    file(
        "Get-MgServicePrincipalAppRoleAssignedTo.csv",
        """
        'Id','AppRoleId','AppRoleValue'
        'a','B633E1C5-b582-4048-a93e-9f11b44c7e96',''
        'b','00000000-0000-0000-0000-000000000000',''
        'c','df021288-bdef-4463-88db-98f22de89214','User.Read.All'
        """);
    run();
    assertThat(entry(target, "graph/appRoleAssignedTo").status()).isEqualTo(Status.COMPLETE);
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
