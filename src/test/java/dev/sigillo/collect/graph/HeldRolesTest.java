package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.graph.GraphServer.Said;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HeldRolesTest {
  private static final String ID = "5b1c1d2e-0000-4000-8000-000000000001";
  private static final String READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";
  private static final Said OWN =
      Said.json(
          """
          {"value": [{"id": "a", "roleDefinitionId": "own", "principalId": "g1",
            "directoryScopeId": "/administrativeUnits/a1",
            "roleDefinition": {"templateId": "own", "displayName": "Tuttofare",
              "rolePermissions": [{"allowedResourceActions": ["x/users/update"]}]}}]}
          """);
  private static final Said NONE = Said.json("{\"value\": []}");

  @Test
  void roles_of_groups_are_found_besides_those_assigned() throws InterruptedException {
    Said member =
        Said.json(
            """
            {"value": [
              {"@odata.type": "#microsoft.graph.group", "id": "g1", "displayName": "Revisione"},
              {"@odata.type": "#microsoft.graph.directoryRole", "id": "d1",
               "displayName": "Global Reader", "roleTemplateId": "%s"}]}
            """
                .formatted(READER));

    HeldRoles held = ask(NONE, member, false);

    assertThat(held.problems()).isEmpty();
    assertThat(held.roles())
        .containsExactly(new HeldRoles.Role(READER, "Global Reader", "/", List.of()));
  }

  @Test
  void a_person_is_asked_about_as_a_user() throws InterruptedException {
    assertThat(ask(NONE, NONE, true).problems()).isEmpty();
  }

  @Test
  void a_role_without_a_name_is_not_passed_over() throws InterruptedException {
    Said member =
        Said.json(
            "{\"value\": [{\"@odata.type\": \"#microsoft.graph.directoryRole\", \"id\": \"d1\","
                + " \"displayName\": null, \"roleTemplateId\": null}]}");

    HeldRoles held = ask(NONE, member, false);

    assertThat(held.roles()).isEmpty();
    assertThat(held.problems())
        .containsExactly("names of roles: they need RoleManagement.Read.Directory");
  }

  @Test
  void roles_of_a_group_that_are_custom_or_limited_in_scope_are_found()
      throws InterruptedException {
    HeldRoles held =
        ask(
            NONE,
            groups(
                "\"id\": \"g1\", \"displayName\": \"Posta\", \"isAssignableToRole\": true",
                "\"id\": \"g2\", \"displayName\": \"Team\", \"isAssignableToRole\": null"),
            false,
            Map.of("g1", OWN));

    assertThat(held.problems()).isEmpty();
    assertThat(held.roles())
        .containsExactly(
            new HeldRoles.Role(
                "own", "Tuttofare", "/administrativeUnits/a1", List.of("x/users/update")));
  }

  @Test
  void a_group_that_graph_shows_without_its_properties_is_asked_about()
      throws InterruptedException {
    Said hidden = groups("\"id\": \"g1\", \"displayName\": null");

    assertThat(ask(NONE, hidden, false, Map.of("g1", OWN)).roles()).hasSize(1);
  }

  @Test
  void groups_whose_roles_are_refused_are_counted() throws InterruptedException {
    Said group = groups("\"id\": \"g1\", \"displayName\": \"Posta\", \"isAssignableToRole\": true");
    Said no = Said.error(403, "Authorization_RequestDenied", "Insufficient privileges.");

    assertThat(ask(NONE, group, false, Map.of("g1", no)).problems())
        .containsExactly(
            "roles held by groups it is in (1): 403 Authorization_RequestDenied Insufficient privileges.");
  }

  private static Said groups(String... properties) {
    return Said.json(
        Stream.of(properties)
            .map(one -> "{\"@odata.type\": \"#microsoft.graph.group\", " + one + "}")
            .collect(Collectors.joining(",", "{\"value\": [", "]}")));
  }

  @Test
  void what_graph_refuses_is_said() throws InterruptedException {
    Said no = Said.error(403, "Authorization_RequestDenied", "Insufficient privileges.");

    assertThat(ask(no, no, false).problems())
        .containsExactly(
            "roles assigned to it: 403 Authorization_RequestDenied Insufficient privileges.",
            "roles by way of groups: 403 Authorization_RequestDenied Insufficient privileges.");
  }

  private static HeldRoles ask(Said assigned, Said member, boolean person)
      throws InterruptedException {
    return ask(assigned, member, person, Map.of());
  }

  private static HeldRoles ask(
      Said assigned, Said member, boolean person, Map<String, Said> ofGroups)
      throws InterruptedException {
    Map<String, Said> roles = new HashMap<>(ofGroups);
    roles.put(ID, assigned);
    try (GraphServer server =
        GraphServer.start(
            asked -> {
              if (asked.path().startsWith("/v1.0/roleManagement/directory/roleAssignments?")) {
                assertThat(asked.path()).endsWith("'&$expand=roleDefinition");
                return Objects.requireNonNull(roles.get(asked.path().split("'", -1)[1]));
              }
              assertThat(asked.path())
                  .isEqualTo(
                      "/v1.0/%s/%s/transitiveMemberOf?$top=999"
                          .formatted(person ? "users" : "servicePrincipals", ID));
              return member;
            })) {
      return HeldRoles.of(server.client(), ID, person);
    }
  }
}
