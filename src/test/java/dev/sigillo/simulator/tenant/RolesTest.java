package dev.sigillo.simulator.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.SimulatedTenant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RolesTest {
  private final SimulatedTenant tenant = Scenario.bundled("neglected").tenant();

  @Test
  void a_group_that_holds_a_role_says_so_to_its_members() {
    String group =
        all("roleManagement/directory/roleAssignments").stream()
            .map(row -> row.path("principal"))
            .filter(row -> row.path("displayName").asText().equals("Amministratori della posta"))
            .map(row -> row.path("id").asText())
            .findFirst()
            .orElseThrow();
    String member = all("groups/" + group + "/transitiveMembers").get(0).path("id").asText();

    assertThat(all("users/" + member + "/transitiveMemberOf"))
        .filteredOn(row -> row.path("id").asText().equals(group))
        .singleElement()
        .satisfies(row -> assertThat(row.path("isAssignableToRole").asBoolean()).isTrue());
    assertThat(all("users/" + member + "/transitiveMemberOf"))
        .extracting(row -> row.path("displayName").asText())
        .contains("Exchange Administrator");
  }

  private List<ObjectNode> all(String path) {
    Rows rows = tenant.graph(path).orElseThrow();
    List<ObjectNode> all = new ArrayList<>();
    for (long i = 0; i < rows.size(); i++) {
      all.add(rows.get(i));
    }
    return all;
  }
}
