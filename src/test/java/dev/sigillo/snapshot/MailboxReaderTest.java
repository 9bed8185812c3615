package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.HEADER;
import static dev.sigillo.snapshot.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class MailboxReaderTest {

  private static Snapshot snapshot(Map<String, String> datasets) {
    Map<String, JsonNode> nodes = new java.util.HashMap<>();
    datasets.forEach((name, text) -> nodes.put(name, json(text)));
    return HandmadeSnapshot.of(HEADER, nodes);
  }

  private static List<Mailbox> mailboxes(Snapshot snapshot) {
    List<Mailbox> all = new ArrayList<>();
    try (MailboxReader reader = MailboxReader.open(snapshot)) {
      reader.forEachRemaining(all::add);
    }
    return all;
  }

  @Test
  void a_mailbox_comes_with_everything_that_was_asked_about_it() {
    List<Mailbox> all =
        mailboxes(
            snapshot(
                Map.of(
                    "exchange/Get-Mailbox",
                    "[{'key':'m2','row':{'PrimarySmtpAddress':'b@x.it'}},"
                        + "{'key':'m1','row':{'PrimarySmtpAddress':'a@x.it'}},"
                        + "{'key':'m3','error':'500'}]",
                    "exchange/Get-CASMailbox",
                    "[{'key':'m1','row':{'ImapEnabled':true}}]",
                    "exchange/Get-InboxRule",
                    "[{'key':'m1','row':{'Name':'one'}},{'key':'m1','row':{'Name':'two'}},"
                        + "{'key':'m2','empty':true},{'key':'m3','error':'403 Forbidden'}]")));
    assertThat(all).extracting(Mailbox::key).containsExactly("m1", "m2", "m3");
    assertThat(all.get(0).subjectName()).isEqualTo("a@x.it");
    assertThat(all.get(0).cas().imapEnabled().is(true)).isTrue();
    assertThat(all.get(0).inboxRules())
        .extracting(rule -> rule.name().orElse(""))
        .containsExactly("one", "two");
    assertThat(all.get(0).unanswered())
        .doesNotContainKeys(Dataset.CAS_MAILBOX, Dataset.INBOX_RULE, Dataset.MAILBOX)
        .containsEntry(Dataset.USER, Unanswered.NOT_ASKED);
    assertThat(all.get(1).inboxRules()).isEmpty();
    assertThat(all.get(1).unanswered())
        .doesNotContainKey(Dataset.INBOX_RULE)
        .containsEntry(Dataset.CAS_MAILBOX, Unanswered.NOT_ASKED);
    assertThat(all.get(2).unanswered())
        .containsEntry(Dataset.INBOX_RULE, Unanswered.noAnswer("403 Forbidden"))
        .containsEntry(Dataset.MAILBOX, Unanswered.noAnswer("500"));
    assertThat(all.get(2).settings().auditEnabled()).isEqualTo(Setting.absent());
    assertThat(all.get(2).subjectName()).isEqualTo("m3");
  }

  @Test
  void rules_as_graph_lists_them_come_beside_those_of_exchange() {
    List<Mailbox> all =
        mailboxes(
            snapshot(
                Map.of(
                    "exchange/Get-Mailbox",
                    "[{'key':'m1','row':{}},{'key':'m2','row':{}}]",
                    "graph/messageRules",
                    "[{'key':'m1','row':{'id':'AQAAAJ5dZqA=','isEnabled':true,'actions':{'forwardTo':"
                        + "[{'emailAddress':{'name':'Alex','address':'alex@x.it'}}]}}},"
                        + "{'key':'m1','row':{'id':'AQAAAOQfqLg=','isReadOnly':true}},"
                        + "{'key':'m2','error':'404 MailboxNotEnabledForRESTAPI'}]")));
    List<MessageRule> rules = all.get(0).messageRules();
    assertThat(rules).extracting(MessageRule::isOpaque).containsExactly(false, true);
    MessageRuleActions actions = Objects.requireNonNull(rules.get(0).actions().orNull());
    assertThat(actions.forwardTo().orElse(List.of()))
        .extracting(one -> one.emailAddress().orNull())
        .extracting(one -> one == null ? "" : one.address().orElse(""))
        .containsExactly("alex@x.it");
    assertThat(actions.redirectTo()).isEqualTo(Setting.absent());
    assertThat(rules.get(0).row().id()).isEqualTo("AQAAAJ5dZqA=");
    assertThat(all.get(0).unanswered()).containsEntry(Dataset.INBOX_RULE, Unanswered.NOT_ASKED);
    assertThat(all.get(1).unanswered())
        .containsEntry(
            Dataset.MESSAGE_RULE, Unanswered.noAnswer("404 MailboxNotEnabledForRESTAPI"));
  }

  @Test
  void a_list_cut_short_shows_in_keys_it_does_not_have() {
    try (MailboxReader reader =
        MailboxReader.open(
            snapshot(
                Map.of(
                    "exchange/Get-Mailbox",
                    "[{'key':'m2','row':{}}]",
                    "exchange/Get-CASMailbox",
                    "[{'key':'m1','row':{}},{'key':'m2','row':{}},{'key':'m3','row':{}},"
                        + "{'key':'m4','row':{}}]",
                    "exchange/Get-InboxRule",
                    "[{'key':'m3','row':{}},{'key':'m3','row':{}}]")))) {
      reader.forEachRemaining(mailbox -> {});
      assertThat(reader.strangers())
          .containsExactlyInAnyOrderEntriesOf(
              Map.of(Dataset.CAS_MAILBOX, 3L, Dataset.INBOX_RULE, 1L));
    }
  }

  @Test
  void two_rows_where_one_is_possible_are_an_error() {
    assertThatThrownBy(
            () ->
                mailboxes(
                    snapshot(
                        Map.of(
                            "exchange/Get-Mailbox",
                            "[{'key':'m','row':{}},{'key':'m','row':{}}]"))))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("exchange/Get-Mailbox: m has 2 rows; it can have only one.");
  }

  @Test
  void without_a_list_there_are_no_mailboxes() {
    assertThat(
            mailboxes(
                snapshot(Map.of("exchange/Get-Mailbox", "{'status':'FORBIDDEN','reason':'403'}"))))
        .isEmpty();
  }

  @Test
  void tenant_facts_hold_groups_by_address() {
    TenantFacts facts =
        TenantFactsReader.read(
            snapshot(
                Map.of(
                    "exchange/Get-TransportConfig",
                    "[{'SmtpClientAuthenticationDisabled':true}]",
                    "exchange/Get-DistributionGroupMember",
                    "[{'key':'A@x.it','row':{'PrimarySmtpAddress':'m@x.it'}},"
                        + "{'key':'b@x.it','empty':true},{'key':'c@x.it','error':'404'}]")));
    assertThat(facts.all(TransportConfig.class)).hasSize(1);
    assertThat(facts.groups()).containsOnlyKeys("a@x.it", "b@x.it");
    assertThat(facts.groups().get("a@x.it"))
        .extracting(member -> member.primarySmtpAddress().orElse(""))
        .containsExactly("m@x.it");
    assertThat(facts.unansweredGroups()).containsExactly(Map.entry("c@x.it", "404"));
  }
}
