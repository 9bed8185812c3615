package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.object;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RowReaderTest {
  private static final RowRef REF = new RowRef("d", 1, "id");

  private static <T extends Fact> T read(Class<T> type, String json) {
    return RowReader.read(type, REF, object(json));
  }

  private static Setting<List<String>> smartHosts(String value) {
    return read(OutboundConnector.class, "{'SmartHosts':" + value + "}").smartHosts();
  }

  private static Setting<Instant> created(String value) {
    return read(BlockedSender.class, "{'CreatedDatetime':" + value + "}").createdDatetime();
  }

  @Test
  void a_property_is_a_value_or_null_or_absent() {
    CasMailbox cas = read(CasMailbox.class, "{'popEnabled':null,'ImapEnabled':true}");
    assertThat(cas.imapEnabled()).isEqualTo(Setting.of(true));
    assertThat(cas.popEnabled()).isEqualTo(Setting.ofNull());
    assertThat(cas.smtpClientAuthenticationDisabled()).isEqualTo(Setting.absent());
    assertThat(cas.row()).isEqualTo(REF);
  }

  @Test
  void annotations_of_the_transport_are_ignored() {
    CasMailbox cas = read(CasMailbox.class, "{'ImapEnabled@data.type':'System.Boolean'}");
    assertThat(cas.imapEnabled()).isEqualTo(Setting.absent());
  }

  @Test
  void a_property_said_twice_in_different_case_is_unreadable() {
    CasMailbox cas = read(CasMailbox.class, "{'ImapEnabled':true,'imapEnabled':false}");
    assertThat(cas.imapEnabled().known()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"true,true", "'True',true", "'false',false", "'$true',true"})
  void a_switch_may_be_text(String json, boolean expected) {
    String value = json.equals("true") ? json : "'" + json + "'";
    assertThat(read(CasMailbox.class, "{'ImapEnabled':" + value + "}").imapEnabled())
        .isEqualTo(Setting.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "''", "'yes'", "'System.Boolean'", "[true]", "{}"})
  void anything_else_is_no_switch(String value) {
    assertThat(read(CasMailbox.class, "{'ImapEnabled':" + value + "}").imapEnabled())
        .isInstanceOf(Setting.Unreadable.class);
  }

  @Test
  void numbers_may_be_text_and_limits_unlimited() {
    OutboundSpamPolicy policy =
        read(
            OutboundSpamPolicy.class,
            "{'RecipientLimitPerDay':'500','RecipientLimitExternalPerHour':400,"
                + "'RecipientLimitInternalPerHour':'1.000'}");
    assertThat(policy.recipientLimitPerDay()).isEqualTo(Setting.of(500L));
    assertThat(policy.recipientLimitExternalPerHour()).isEqualTo(Setting.of(400L));
    assertThat(policy.recipientLimitInternalPerHour()).isInstanceOf(Setting.Unreadable.class);
    assertThat(read(MailboxSettings.class, "{'RecipientLimits':'Unlimited'}").recipientLimits())
        .isEqualTo(Setting.of(Limit.UNLIMITED));
    assertThat(read(MailboxSettings.class, "{'RecipientLimits':'500'}").recipientLimits())
        .isEqualTo(Setting.of(Limit.of(500)));
  }

  @Test
  void a_rule_identity_beyond_64_bits_keeps_its_digits() {
    assertThat(read(InboxRule.class, "{'RuleIdentity':15394007230974001153}").ruleIdentity())
        .isEqualTo(Setting.of("15394007230974001153"));
  }

  @Test
  void a_number_where_a_name_is_expected_has_lost_its_meaning() {
    assertThat(read(TransportRule.class, "{'State':1}").state())
        .isInstanceOf(Setting.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "System.Object[]",
        "System.Collections.ArrayList",
        "System.Collections.Generic.List`1[System.String]",
        "Microsoft.Exchange.Data.MultiValuedProperty`1[System.String]",
        "Deserialized.Microsoft.Exchange.Data.ProxyAddress",
        "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.TransportRulePredicate[]",
        "Microsoft.Graph.PowerShell.Models.MicrosoftGraphConditionalAccessUsers",
        "@{value=Enforce; Value=1}"
      })
  void the_name_of_a_type_is_unreadable(String text) {
    assertThat(smartHosts("'" + text + "'")).isInstanceOf(Setting.Unreadable.class);
    assertThat(smartHosts("['a','" + text + "']")).isInstanceOf(Setting.Unreadable.class);
    assertThat(read(TransportRule.class, "{'Mode':'" + text + "'}").mode())
        .isInstanceOf(Setting.Unreadable.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Microsoft.Azure.SyncFabric",
        "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.SentToScopePredicate",
        "System",
        "Microsoft Graph",
        "a.b@c.d"
      })
  void names_that_resemble_a_type_are_names(String text) {
    assertThat(read(ServicePrincipal.class, "{'displayName':'" + text + "'}").displayName())
        .isEqualTo(Setting.of(text));
  }

  @Test
  void a_condition_of_a_mail_flow_rule_is_the_name_of_its_class() {
    String name = "Microsoft.Exchange.MessagingPolicies.Rules.Tasks.FromScopePredicate";
    assertThat(read(TransportRule.class, "{'Conditions':['" + name + "']}").conditions().list())
        .containsExactly(name);
    assertThat(read(TransportRule.class, "{'Conditions':'" + name + "[]'}").conditions().known())
        .isFalse();
  }

  @Test
  void a_list_comes_as_a_list_or_one_value_or_flattened() {
    assertThat(smartHosts("['a','b']").list()).containsExactly("a", "b");
    assertThat(smartHosts("'a'").list()).containsExactly("a");
    assertThat(smartHosts("'a, b,c'").list()).containsExactly("a", "b", "c");
    assertThat(smartHosts("'{a, b}'").list()).containsExactly("a", "b");
    assertThat(smartHosts("[null]")).isEqualTo(Setting.of(List.of()));
    assertThat(smartHosts("''")).isEqualTo(Setting.of(List.of()));
    assertThat(smartHosts("'{}'")).isEqualTo(Setting.of(List.of()));
    assertThat(smartHosts("null")).isEqualTo(Setting.ofNull());
    assertThat(smartHosts("'{a, b...}'")).isInstanceOf(Setting.Unreadable.class);
    assertThat(smartHosts("[{'Domain':'x'}]")).isInstanceOf(Setting.Unreadable.class);
  }

  @Test
  void commas_in_quotes_brackets_and_distinguished_names_do_not_separate() {
    InboxRule rule =
        RowReader.read(
            InboxRule.class,
            REF,
            SnapshotJson.MAPPER
                .createObjectNode()
                .put("ForwardTo", "\"Rossi, Mario\" [SMTP:m@x.it], \"B\" [EX:/o=a, b]")
                .put("RedirectTo", "CN=a,OU=t,DC=x,DC=y, CN=b,CN=c,DC=z"));
    assertThat(rule.forwardTo().list())
        .containsExactly("\"Rossi, Mario\" [SMTP:m@x.it]", "\"B\" [EX:/o=a, b]");
    assertThat(rule.redirectTo().list()).containsExactly("CN=a,OU=t,DC=x,DC=y", "CN=b,CN=c,DC=z");
  }

  @Test
  void joined_access_rights_are_split() {
    MailboxPermission permission =
        read(MailboxPermission.class, "{'AccessRights':['FullAccess, ReadPermission','SendAs']}");
    assertThat(permission.accessRights().list())
        .containsExactly("FullAccess", "ReadPermission", "SendAs");
    assertThat(smartHosts("['a, b']").list()).containsExactly("a, b");
  }

  @ParameterizedTest
  @CsvSource({
    "2022-09-21T08:07:47.0000000+00:00, 2022-09-21T08:07:47Z",
    "2026-07-24T18:59:12.0000000, 2026-07-24T18:59:12Z",
    "2026-07-24T20:59:12+02:00, 2026-07-24T18:59:12Z",
    "2026-07-24 18:59:12Z, 2026-07-24T18:59:12Z",
    "2026-07-24, 2026-07-24T00:00:00Z",
    "/Date(1777880361000)/, 2026-05-04T07:39:21Z",
    "/Date(1777880361000+0200)/, 2026-05-04T07:39:21Z",
    "24/07/2026 18:59:12, 2026-07-24T18:59:12Z",
    "7/24/2026 6:59:12 PM, 2026-07-24T18:59:12Z",
    "24.07.2026 18:59, 2026-07-24T18:59:00Z",
    "03/03/2026 12:00:00 AM, 2026-03-03T00:00:00Z"
  })
  void dates_are_read_in_every_form_that_is_written(String text, Instant expected) {
    assertThat(created("'" + text + "'")).isEqualTo(Setting.of(expected));
  }

  @ParameterizedTest
  @ValueSource(strings = {"03/04/2026", "03/04/2026 10:00:00", "31/31/2026", "1/13/26", "soon", ""})
  void a_date_that_could_be_two_or_is_none_is_unreadable(String text) {
    assertThat(created("'" + text + "'")).isInstanceOf(Setting.Unreadable.class);
  }

  @Test
  void time_spans_come_as_text_or_as_an_object() {
    Setting<Duration> expected = Setting.of(Duration.ofDays(90));
    assertThat(read(MailboxSettings.class, "{'AuditLogAgeLimit':'90.00:00:00'}").auditLogAgeLimit())
        .isEqualTo(expected);
    assertThat(
            read(MailboxSettings.class, "{'AuditLogAgeLimit':{'Ticks':77760000000000,'Days':90}}")
                .auditLogAgeLimit())
        .isEqualTo(expected);
    assertThat(Times.duration("-1.02:03:04.5")).contains(Duration.parse("P1DT2H3M4.5S").negated());
  }

  @Test
  void nested_objects_become_nested_records() {
    ConditionalAccessPolicy policy =
        read(
            ConditionalAccessPolicy.class,
            "{'Conditions':{'Users':{'IncludeUsers':['All'],'ExcludeUsers':null}},"
                + "'GrantControls':null}");
    AccessUsers users =
        Objects.requireNonNull(
            Objects.requireNonNull(policy.conditions().orNull()).users().orNull());
    assertThat(users.includeUsers().list()).containsExactly("All");
    assertThat(users.excludeUsers()).isEqualTo(Setting.ofNull());
    assertThat(users.includeGroups()).isEqualTo(Setting.absent());
    assertThat(policy.grantControls()).isEqualTo(Setting.ofNull());
  }

  @Test
  void a_list_of_objects_may_be_one_object() {
    AppRegistration app =
        read(
            AppRegistration.class,
            "{'PasswordCredentials':{'KeyId':'k','EndDateTime':'/Date(0)/'},'KeyCredentials':[null]}");
    assertThat(app.passwordCredentials().orNull())
        .singleElement()
        .satisfies(one -> assertThat(one.endDateTime()).isEqualTo(Setting.of(Instant.EPOCH)));
    assertThat(app.keyCredentials()).isEqualTo(Setting.of(List.of()));
  }

  @Test
  void every_dataset_has_a_record_that_can_be_bound() {
    for (Dataset dataset : Dataset.values()) {
      assertThat(RowReader.absent(dataset.type(), REF).row()).isEqualTo(REF);
    }
  }

  @Test
  void the_id_of_a_row_is_its_best_identity() {
    assertThat(RowRef.of("d", 7, object("{'Name':'n','Identity':'i','Guid':'g'}")).id())
        .isEqualTo("g");
    assertThat(RowRef.of("d", 7, object("{'name':'n','id':'graph'}")).id()).isEqualTo("graph");
    assertThat(RowRef.of("d", 7, object("{'Guid':null,'Identity':'System.Object'}")).id())
        .isEqualTo("#7");
    assertThat(
            RowRef.of("exchange/Get-MailboxPermission", 7, object("{'Identity':'m','User':'u'}"))
                .id())
        .isEqualTo("u");
  }
}
