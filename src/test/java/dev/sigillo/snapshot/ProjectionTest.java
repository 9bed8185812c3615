package dev.sigillo.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is kept of a row, and what is not taken along. */
class ProjectionTest {
  private static final String RULE =
      """
      {"@odata.etag": "x", "id": "AQAAAJ5dZqA=", "displayName": "From my lawyer", "sequence": 2,
       "isEnabled": true, "hasError": false, "isReadOnly": false,
       "conditions": {"senderContains": ["lawyer"]},
       "actions": {"stopProcessingRules": true, "forwardTo":
         [{"emailAddress": {"name": "Alex", "address": "alex@contoso.com"}}]}}
      """;

  private static ObjectNode row() throws JsonProcessingException {
    return (ObjectNode) new ObjectMapper().readTree(RULE);
  }

  @Test
  void of_a_rule_that_graph_shows_what_it_does_is_kept_and_not_what_it_looks_for()
      throws JsonProcessingException {
    Projection projection = Projection.of(Dataset.MESSAGE_RULE, false);
    assertThat(projection.keep(row()))
        .hasToString(
            "{\"id\":\"AQAAAJ5dZqA=\",\"isEnabled\":true,\"hasError\":false,\"isReadOnly\":false,"
                + "\"actions\":{\"forwardTo\":[{\"emailAddress\":{\"name\":\"Alex\","
                + "\"address\":\"alex@contoso.com\"}}]}}");
    assertThat(projection.withheld())
        .containsExactly("actions.stopProcessingRules", "conditions", "displayName", "sequence");
  }

  @Test
  void a_department_is_left_out_unless_it_is_asked_for() throws JsonProcessingException {
    ObjectNode user =
        (ObjectNode) new ObjectMapper().readTree("{\"id\":\"a\",\"Department\":\"Sales\"}");
    Projection without = Projection.of(Dataset.USER, false);

    assertThat(without.keep(user)).hasToString("{\"id\":\"a\"}");
    assertThat(without.withheld()).containsExactly("Department");
    assertThat(Projection.of(Dataset.USER, Set.of(PersonalText.DEPARTMENTS)).keep(user))
        .isEqualTo(user);
  }

  @Test
  void names_of_rules_that_graph_shows_are_kept_on_request() throws JsonProcessingException {
    Projection projection = Projection.of(Dataset.MESSAGE_RULE, true);
    assertThat(projection.keep(row()).get("displayName").asText()).isEqualTo("From my lawyer");
    assertThat(projection.withheld()).doesNotContain("displayName").contains("conditions");
  }
}
