package dev.sigillo.collect.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.collect.graph.GraphServer.Asked;
import dev.sigillo.collect.graph.GraphServer.Said;
import dev.sigillo.collect.run.Question;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.PersonalText;
import dev.sigillo.snapshot.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphDatasetsTest {
  @TempDir private Path folder;
  private GraphServer server = GraphServer.start(asked -> Said.json("{}"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void accounts_are_asked_for_what_facts_know_and_kept_by_id() throws InterruptedException {
    serve(
        Said.json(
                """
                {"@odata.context": "x", "@odata.nextLink": "ORIGIN/v1.0/users?$select=id&$skiptoken=a b",
                 "value": [{"id": "A1", "userPrincipalName": "a@contoso.com", "userType": "Member",
                            "accountEnabled": true, "mobilePhone": "1"}]}
                """)
            .with("request-id", "r1"),
        Said.json(
            """
            {"value": [{"id": "b2", "userPrincipalName": "b@contoso.com", "userType": "futureKind",
                        "accountEnabled": false},
                       {"id": "a1", "userPrincipalName": "a@contoso.com"}]}
            """));

    Reading read = read(Dataset.USER);

    DatasetEntry entry = read.entry(Dataset.USER);
    assertThat(entry.status()).isEqualTo(Status.COMPLETE);
    assertThat(entry.rows()).isEqualTo(2);
    assertThat(entry.withheld()).containsExactly("mobilePhone");
    assertThat(entry.requestIds()).containsExactly("r1");
    assertThat(read.rows(Dataset.USER).get(1).get("userType").asText()).isEqualTo("futureKind");
    assertThat(entry.request())
        .isEqualTo("GET /users?$select=id,accountEnabled,userPrincipalName,userType&$top=999");
    Asked first = server.asked.get(0);
    assertThat(first.path())
        .isEqualTo("/v1.0/users?$select=id,accountEnabled,userPrincipalName,userType&$top=999");
    assertThat(first.header("Authorization")).isEqualTo("Bearer token1");
    assertThat(first.header("Prefer")).isEqualTo("include-unknown-enum-members");
    assertThat(first.header("X-ms-throttle-priority")).isEqualTo("Low");
    assertThat(server.asked.get(1).path()).isEqualTo("/v1.0/users?$select=id&$skiptoken=a b");
    assertThat(server.tokens).hasValue(1);
  }

  @Test
  void every_dataset_has_its_question() {
    assertThat(
            GraphDatasets.questions(server.client(), GraphOptions.settings(Reading.NOW)).stream()
                .map(q -> q.dataset().id() + ": " + q.sources().get(0).request()))
        .containsExactly(
            "graph/users: GET /users?$select=id,accountEnabled,userPrincipalName,userType&$top=999",
            "graph/userRegistrationDetails:"
                + " GET /reports/authenticationMethods/userRegistrationDetails?$top=999",
            "graph/roleAssignments:"
                + " GET /roleManagement/directory/roleAssignments?$expand=principal",
            "graph/riskyUsers: GET /identityProtection/riskyUsers?$top=500",
            "graph/conditionalAccessPolicies: GET /identity/conditionalAccess/policies",
            "graph/identitySecurityDefaultsEnforcementPolicy:"
                + " GET /policies/identitySecurityDefaultsEnforcementPolicy",
            "graph/authorizationPolicy: GET /policies/authorizationPolicy",
            "graph/adminConsentRequestPolicy: GET /policies/adminConsentRequestPolicy",
            "graph/servicePrincipals: GET /servicePrincipals?$select=id,accountEnabled,appId,"
                + "appOwnerOrganizationId,displayName,keyCredentials,passwordCredentials&$top=999",
            "graph/applications: GET /applications?$select=id,appId,displayName,keyCredentials,"
                + "passwordCredentials&$top=999",
            "graph/appRoleAssignedTo: GET /servicePrincipals(appId="
                + "'{00000003-0000-0000-c000-000000000000 | 00000002-0000-0ff1-ce00-000000000000}')"
                + "/appRoleAssignedTo?$top=999",
            "graph/oauth2PermissionGrants: GET /oauth2PermissionGrants?$top=999",
            "graph/messageRules: GET /users/{id}/mailFolders/inbox/messageRules?$select="
                + "id,actions,hasError,isEnabled,isReadOnly",
            "exchange/Get-DistributionGroupMember: GET /groups?$filter=mail eq '{address}'"
                + "&$select=id,mail; GET /groups/{id}/transitiveMembers?$select=id,mail&$top=999");
  }

  @Test
  void a_run_that_was_cut_off_goes_on_at_the_page_it_was_at() throws InterruptedException {
    serve(
        Said.json(
            """
            {"value": [{"id": "a"}], "@odata.nextLink": "ORIGIN/v1.0/users?$skiptoken=2"}
            """),
        Said.json("{\"value\": [{\"id\": \"b\"}, {\"id\": \"a\"}]}"));
    List<Question> users =
        GraphDatasets.questions(server.client(), GraphOptions.settings(Reading.NOW)).stream()
            .filter(question -> question.dataset() == Dataset.USER)
            .toList();
    Reading.Silent powerCut =
        new Reading.Silent() {
          @Override
          public void at(Dataset dataset, long done, long total) {
            throw new IllegalStateException("power cut");
          }
        };

    assertThatThrownBy(() -> Reading.of(folder, users, false, powerCut))
        .hasMessageContaining("power cut");
    Reading read = Reading.of(folder, users, true);

    assertThat(read.rows(Dataset.USER)).hasSize(2);
    assertThat(server.asked).extracting(Asked::path).last().isEqualTo("/v1.0/users?$skiptoken=2");
    assertThat(server.asked).hasSize(2);
  }

  @Test
  void values_stay_as_they_were_sent() throws InterruptedException {
    String policy =
        """
        {"id":"p1","displayName":"P","state":"someNewState","conditions":{"clientAppTypes":["x"],\
        "users":{"includeUsers":["All"]}},"grantControls":null}\
        """;
    serve(Said.json("{\"value\": [" + policy + "]}"));

    Reading read = read(Dataset.CONDITIONAL_ACCESS_POLICY);

    assertThat(read.rows(Dataset.CONDITIONAL_ACCESS_POLICY).get(0)).hasToString(policy);
  }

  @Test
  void permissions_are_named_by_the_resource_that_there_is() throws InterruptedException {
    serve(
        Said.json(
            """
            {"value": [{"id": "G", "appRoles": [{"id": "R1", "value": "Mail.Send"}]}]}
            """),
        Said.json("{\"value\": []}"),
        Said.json(
            """
            {"value": [{"id": "a", "appRoleId": "r1", "resourceId": "g"},
              {"id": "b", "appRoleId": "00000000-0000-0000-0000-000000000000", "resourceId": "g"}]}
            """),
        Said.error(404, "Request_ResourceNotFound", "Resource does not exist."),
        Said.json("{\"value\": []}"));

    Reading read = read(Dataset.APP_ROLE_ASSIGNMENT);

    assertThat(read.entry(Dataset.APP_ROLE_ASSIGNMENT).status()).isEqualTo(Status.COMPLETE);
    assertThat(read.rows(Dataset.APP_ROLE_ASSIGNMENT))
        .extracting(row -> row.path("appRoleValue").asText())
        .containsExactly("Mail.Send", "null");
    assertThat(server.asked)
        .extracting(Asked::path)
        .startsWith(
            "/v1.0/servicePrincipals?$filter=appId eq '00000003-0000-0000-c000-000000000000'"
                + "&$select=id,appRoles")
        .contains(
            "/v1.0/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')"
                + "/appRoleAssignedTo?$top=999");
  }

  @Test
  void a_permission_that_the_resource_does_not_list_is_not_taken_for_harmless()
      throws InterruptedException {
    serve(
        Said.json("{\"value\": [{\"id\": \"g\", \"appRoles\": []}]}"),
        Said.json("{\"value\": []}"),
        Said.json("{\"value\": [{\"id\": \"a\", \"appRoleId\": \"1\", \"resourceId\": \"g\"}]}"),
        Said.json("{\"value\": []}"));

    Reading read = read(Dataset.APP_ROLE_ASSIGNMENT);

    assertThat(read.entry(Dataset.APP_ROLE_ASSIGNMENT).status()).isEqualTo(Status.TRUNCATED);
    assertThat(read.entry(Dataset.APP_ROLE_ASSIGNMENT).reason())
        .isEqualTo("sigillo:permissions-unnamed|1");
    assertThat(read.rows(Dataset.APP_ROLE_ASSIGNMENT)).hasSize(1);
  }

  @Test
  void a_resource_that_is_there_and_not_found_is_no_answer() throws InterruptedException {
    serve(
        Said.json("{\"value\": []}"),
        Said.json("{\"value\": []}"),
        Said.error(404, "Request_ResourceNotFound", "Resource does not exist."),
        Said.json("{\"value\": [{\"id\": \"a\"}]}"));

    DatasetEntry entry = read(Dataset.APP_ROLE_ASSIGNMENT).entry(Dataset.APP_ROLE_ASSIGNMENT);

    assertThat(entry.status()).isEqualTo(Status.FAILED);
    assertThat(entry.reason()).startsWith("404 ");
  }

  @Test
  void departments_are_asked_for_on_request_alone() throws InterruptedException {
    serve(Said.json("{\"value\": []}"));

    Reading read =
        Reading.of(
            folder,
            server.client(),
            new GraphOptions(
                Reading.NOW,
                Duration.ZERO,
                Duration.ofDays(2),
                0,
                Set.of(PersonalText.DEPARTMENTS)),
            Dataset.USER);

    assertThat(read.entry(Dataset.USER).request())
        .isEqualTo(
            "GET /users?$select=id,accountEnabled,department,userPrincipalName,userType&$top=999");
  }

  @Test
  void a_row_that_comes_twice_is_kept_once() throws InterruptedException {
    serve(Said.json("{\"value\": [{\"id\": \"a\"}, {\"id\": \"b\"}, {\"id\": \"a\"}]}"));

    assertThat(read(Dataset.RISKY_USER).rows(Dataset.RISKY_USER)).hasSize(2);
  }

  @Test
  void the_tenant_is_named_by_its_id_and_its_verified_domains() throws InterruptedException {
    serve(
        Said.json(
            """
            {"value": [{"id": "11111111-2222-3333-4444-555555555555", "displayName": "Contoso",
              "verifiedDomains": [{"name": "contoso.com", "isInitial": false},
                                  {"name": "contoso.onmicrosoft.com", "isInitial": true}]}]}
            """));

    TenantIdentity tenant = TenantIdentity.read(server.client());

    assertThat(tenant.initialDomain()).isEqualTo("contoso.onmicrosoft.com");
    assertThat(tenant.is("Contoso.COM")).isTrue();
    assertThat(tenant.is("11111111-2222-3333-4444-555555555555")).isTrue();
    assertThat(tenant.is("fabrikam.com")).isFalse();
  }

  private Reading read(Dataset... some) throws InterruptedException {
    return Reading.of(folder, server.client(), GraphOptions.settings(Reading.NOW), some);
  }

  private void serve(Said... answers) {
    server.close();
    server = GraphServer.saying(answers);
  }
}
