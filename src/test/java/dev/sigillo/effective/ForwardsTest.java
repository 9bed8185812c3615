package dev.sigillo.effective;

import static dev.sigillo.effective.Given.inboxRule;
import static dev.sigillo.effective.Given.mailbox;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.effective.Forward.Shown;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MessageRule;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Unanswered;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What Exchange and Graph say of the same inbox rules, put together. */
class ForwardsTest {
  private static final String OUT = "x@evil.example";
  private static final InboxRule EXCHANGE = inboxRule(1, How.FORWARD_TO, OUT);
  private static final MessageRule GRAPH = graph("g1", true, to("forwardTo", OUT));
  private static final MessageRule OPAQUE = graph("g2", true, "");

  private final Given given = new Given().policy("Default", true, "On").remoteDomain("*", true);

  private static String to(String action, String address) {
    return ",\"actions\":{\"%s\":[{\"emailAddress\":{\"address\":\"%s\"}}]}"
        .formatted(action, address);
  }

  private static MessageRule graph(String id, boolean enabled, String rest) {
    String json = "{\"id\":\"%s\",\"isEnabled\":%s%s}".formatted(id, enabled, rest);
    try {
      ObjectNode row = (ObjectNode) new ObjectMapper().readTree(json);
      return RowReader.read(MessageRule.class, new RowRef("graph/messageRules", 1, id), row);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private Sender sender(Map<Dataset, Unanswered> silent, List<InboxRule> rules, MessageRule... of) {
    Mailbox plain = mailbox("ada@contoso.com", rules.toArray(InboxRule[]::new));
    return given
        .state()
        .sender(
            new Mailbox(
                plain.key(),
                plain.settings(),
                plain.cas(),
                plain.user(),
                plain.registration(),
                plain.inboxRules(),
                List.of(of),
                List.of(),
                List.of(),
                silent));
  }

  private static Map<Dataset, Unanswered> without(Dataset dataset) {
    return Map.of(dataset, Unanswered.NOT_ASKED);
  }

  @Test
  void rule_that_both_show_counts_once_and_its_owner_sees_it() {
    Sender sender = sender(Map.of(), List.of(EXCHANGE), GRAPH);
    assertThat(sender.forwards()).extracting(Forward::source).containsExactly(EXCHANGE);
    assertThat(sender.forwards()).extracting(Forward::shown).containsExactly(Shown.YES);
    assertThat(sender.hiddenLeaks()).isEmpty();
    assertThat(sender.unresolved(Aspect.HIDDEN_FORWARDING)).isEmpty();
  }

  @Test
  void rule_that_only_graph_shows_counts_too() {
    MessageRule newer = graph("g3", true, to("redirectTo", "y@evil.example"));
    Sender sender = sender(Map.of(), List.of(EXCHANGE), GRAPH, newer);
    assertThat(sender.inboxRuleLeaks())
        .extracting(Leak::paths)
        .containsExactly("ForwardTo: x@evil.example", "RedirectTo: y@evil.example");
    assertThat(sender.leaks(Verdict.OPEN)).hasSize(2);
  }

  @Test
  void rules_of_graph_that_do_the_same_stay_two() {
    MessageRule again = graph("g4", true, to("forwardTo", OUT));
    Sender sender = sender(without(Dataset.INBOX_RULE), List.of(), GRAPH, again);
    assertThat(sender.inboxRuleLeaks())
        .extracting(leak -> leak.source().row().id())
        .containsExactly("g1", "g4");
  }

  @Test
  void rule_that_graph_does_not_show_is_hidden() {
    Sender sender = sender(Map.of(), List.of(EXCHANGE));
    assertThat(sender.hiddenLeaks()).extracting(Leak::source).containsExactly(EXCHANGE);
    assertThat(sender.inboxRuleLeaks()).hasSize(1);
  }

  @Test
  void another_way_to_the_same_address_does_not_make_a_rule_visible() {
    MessageRule redirect = graph("g5", true, to("redirectTo", OUT));
    assertThat(sender(Map.of(), List.of(EXCHANGE), redirect).hiddenLeaks()).hasSize(1);
  }

  @Test
  void rule_that_was_switched_on_between_the_two_readings_is_not_hidden() {
    MessageRule off = graph("g1", false, to("forwardTo", OUT));
    assertThat(sender(Map.of(), List.of(EXCHANGE), off).hiddenLeaks()).isEmpty();
  }

  @Test
  void without_graph_nobody_knows_whether_a_rule_is_hidden() {
    Sender sender = sender(without(Dataset.MESSAGE_RULE), List.of(EXCHANGE));
    assertThat(sender.hiddenLeaks()).isEmpty();
    assertThat(sender.unresolved(Aspect.HIDDEN_FORWARDING)).containsExactly("rule:rule1");
    assertThat(sender.unresolved(Aspect.INBOX_FORWARDING)).isEmpty();
  }

  @Test
  void opaque_rule_is_unknown_only_where_exchange_did_not_tell() {
    assertThat(
            sender(without(Dataset.INBOX_RULE), List.of(), OPAQUE)
                .unresolved(Aspect.INBOX_FORWARDING))
        .containsExactly("rule:g2");
    assertThat(sender(Map.of(), List.of(), OPAQUE).unresolved(Aspect.INBOX_FORWARDING)).isEmpty();
    assertThat(
            sender(without(Dataset.INBOX_RULE), List.of(), OPAQUE, GRAPH)
                .unresolved(Aspect.FORWARDING))
        .isEmpty();
    assertThat(sender(Map.of(), List.of(EXCHANGE), OPAQUE).unresolved(Aspect.HIDDEN_FORWARDING))
        .containsExactly("rule:rule1");
  }

  @Test
  void opaque_rule_that_is_switched_off_sends_nothing() {
    MessageRule off = graph("g6", false, "");
    assertThat(
            sender(without(Dataset.INBOX_RULE), List.of(), off).unresolved(Aspect.INBOX_FORWARDING))
        .isEmpty();
  }

  @Test
  void recipient_by_a_legacy_name_or_by_name_alone_is_not_taken_for_an_address() {
    MessageRule legacy = graph("g7", true, to("forwardTo", "/o=ExchangeLabs/cn=Recipients/cn=bob"));
    MessageRule named =
        graph(
            "g8",
            true,
            ",\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"name\":\"y@evil.example\"}}]}");
    Sender sender = sender(without(Dataset.INBOX_RULE), List.of(), legacy, named);
    assertThat(sender.forwards())
        .extracting(forward -> forward.destination().reach())
        .containsExactly(Destination.Reach.INTERNAL, Destination.Reach.UNKNOWN);
    assertThat(sender.unresolved(Aspect.INBOX_FORWARDING))
        .containsExactly("recipient:y@evil.example");
  }
}
