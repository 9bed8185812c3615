package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MailAppsTest {
  private static final String PRINCIPALS =
      """
      graph/servicePrincipals:
        - {id: sp-1, appId: app-1, displayName: CRM}
        - {id: sp-2, appId: app-2, displayName: HR}
      """;

  @Test
  void consent_and_role_of_one_application_stand_together_whatever_the_case_of_its_ids() {
    List<MailApp> apps =
        apps(
            """
            graph/appRoleAssignedTo:
              - {id: a1, principalId: SP-1, appRoleId: B633E1C5-b582-4048-a93e-9f11b44c7e96}
            exchange/Get-ServicePrincipal:
              - {AppId: app-1, ObjectId: Sp-1, DisplayName: Exchange name, Identity: x}
            exchange/Get-ManagementRoleAssignment:
              - {Role: application mail.send, RoleAssignee: exchange NAME,
                 RoleAssigneeType: ServicePrincipal, CustomResourceScope: Some}
            exchange/Get-ApplicationAccessPolicy:
              - {AppId: APP-1, AccessRight: RestrictAccess}
            """);
    assertThat(apps).hasSize(1);
    assertThat(apps.get(0).key()).isEqualTo("sp-1");
    assertThat(apps.get(0).name()).isEqualTo("CRM");
    assertThat(apps.get(0).permissions()).containsExactly("Mail.Send", "application mail.send");
    assertThat(apps.get(0).grants()).noneMatch(MailGrant::everyMailbox);
    assertThat(apps.get(0).evidence()).hasSize(2);
  }

  @Test
  void a_policy_without_an_application_limits_none() {
    List<MailApp> apps =
        apps(
            """
            graph/appRoleAssignedTo:
              - {id: a1, principalId: sp-9, principalDisplayName: Gone,
                 appRoleId: b633e1c5-b582-4048-a93e-9f11b44c7e96}
            exchange/Get-ApplicationAccessPolicy:
              - {AppId: null, AccessRight: RestrictAccess}
            """);
    assertThat(apps.get(0).name()).isEqualTo("Gone");
    assertThat(apps.get(0).appId()).isEmpty();
    assertThat(apps.get(0).grants()).allMatch(MailGrant::everyMailbox);
  }

  @Test
  void an_access_policy_does_not_limit_a_role_of_exchange() {
    List<MailApp> apps =
        apps(
            """
            exchange/Get-ManagementRoleAssignment:
              - {Role: Application Mail Full Access, RoleAssignee: sp-1,
                 RoleAssigneeType: ServicePrincipal, RecipientWriteScope: Organization}
            exchange/Get-ApplicationAccessPolicy:
              - {AppId: app-1, AccessRight: RestrictAccess}
            """);
    assertThat(apps).extracting(MailApp::subjectName).containsExactly("CRM");
    assertThat(apps.get(0).grants()).allMatch(MailGrant::everyMailbox);
  }

  @Test
  void an_assignee_that_exchange_does_not_list_keeps_its_own_name() {
    List<MailApp> apps =
        apps(
            """
            exchange/Get-ManagementRoleAssignment:
              - {Role: Application SMTP.SendAsApp, RoleAssigneeName: Relay,
                 RoleAssigneeType: ServicePrincipal, RecipientWriteScope: AdministrativeUnit}
            """);
    assertThat(apps).extracting(MailApp::subjectKey).containsExactly("Relay");
    assertThat(apps.get(0).sends()).isTrue();
    assertThat(apps.get(0).grants()).noneMatch(MailGrant::everyMailbox);
  }

  @Test
  void permissions_and_roles_that_do_not_concern_mail_make_no_mail_application() {
    assertThat(
            apps(
                """
                graph/appRoleAssignedTo:
                  - {id: a1, principalId: sp-1, appRoleId: df021288-bdef-4463-88db-98f22de89214}
                exchange/Get-ManagementRoleAssignment:
                  - {Role: Application Mail.Read, RoleAssignee: sp-1,
                     RoleAssigneeType: ServicePrincipal}
                  - {Role: Application Mail.Send, RoleAssignee: Admins, RoleAssigneeType: RoleGroup}
                  - {Role: Application Mail.Send, RoleAssignee: sp-1,
                     RoleAssigneeType: ServicePrincipal, Enabled: false}
                """))
        .isEmpty();
  }

  @Test
  void consents_of_a_client_are_gathered_by_who_gave_them() {
    List<MailClient> clients =
        MailApps.clients(
            FromYaml.facts(
                PRINCIPALS
                    + """
                    graph/oauth2PermissionGrants:
                      - {id: g1, clientId: sp-2, consentType: Principal, scope: "User.Read SMTP.Send"}
                      - {id: g2, clientId: sp-1, consentType: AllPrincipals, scope: " Mail.Send "}
                      - {id: g3, clientId: sp-1, consentType: Principal, scope: Mail.Send.Shared}
                      - {id: g4, clientId: sp-2, consentType: AllPrincipals, scope: Mail.Read}
                    """));
    assertThat(clients).extracting(MailClient::subjectName).containsExactly("CRM", "HR");
    assertThat(clients.get(0).forEveryone()).containsExactly("Mail.Send");
    assertThat(clients.get(0).forSome()).containsExactly("Mail.Send.Shared");
    assertThat(clients.get(0).evidence(true)[0].row().id()).isEqualTo("g2");
    assertThat(clients.get(1).forEveryone()).isEmpty();
    assertThat(clients.get(1).appId()).isEqualTo("app-2");
  }

  private static List<MailApp> apps(String yaml) {
    return MailApps.of(FromYaml.facts(PRINCIPALS + yaml));
  }
}
