package dev.sigillo.demo;

import dev.sigillo.snapshot.Dataset;
import java.util.List;

/** Conditional Access. */
final class AccessPolicies {
  /** Object ids of the two accounts for emergencies, which have no mailbox. */
  static final List<String> EMERGENCY =
      List.of(Row.guid("user/emergenza.1"), Row.guid("user/emergenza.2"));

  /** Object id of the group of the accounts that devices use. */
  static final String DEVICES = Row.guid("group/sg-dispositivi-smtp");

  /** Global, Privileged Role, Security, Conditional Access, Exchange, User, Helpdesk and others. */
  private static final List<String> ADMINISTRATORS =
      List.of(
          "62e90394-69f5-4237-9190-012177145e10",
          "e8611ab8-c189-46e8-94e1-60213ab1f814",
          "194ae4cb-b126-40b2-bd5b-6091b380977d",
          "b1be1c3e-b65d-4f19-8427-f6fa0d97feb9",
          "29232cdf-9323-42fd-ade2-1d097af3e4de",
          "fe930be7-5e62-47db-91af-98c3a49a38b1",
          "729827e3-9c14-49f7-bb1b-9608f156bbb8",
          "f28a1f50-f6e7-4571-818b-6a12f2af6b6c",
          "8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2",
          "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
          "158c047a-c907-4556-b7ef-446551a6b5f7",
          "c4e39bd9-1100-46d3-8c65-fb160da0071f",
          "7be44c8a-adaf-4e2a-84d6-ab2649e08a13",
          "b0f54661-2d74-4c50-afa3-1ec803f12efe",
          "966707d0-3269-4727-9be2-8c3a10f19b9d");

  private static final List<String> NONE = List.of();

  private AccessPolicies() {}

  static Answer answer() {
    return Answer.of(
        Dataset.CONDITIONAL_ACCESS_POLICY,
        "GET /identity/conditionalAccess/policies",
        policy(
            "CA01 - Blocca autenticazione legacy",
            "enabled",
            conditions(everybody(EMERGENCY, List.of(DEVICES)))
                .set("clientAppTypes", List.of("exchangeActiveSync", "other")),
            grant("OR", "block")),
        policy(
            "CA02 - MFA per tutti",
            "enabled",
            conditions(everybody(EMERGENCY, List.of(DEVICES))),
            grant("OR", "mfa")),
        policy(
            "CA03 - MFA resistente al phishing per gli amministratori",
            "enabled",
            conditions(administrators(EMERGENCY)),
            grant("OR").set("authenticationStrength", phishingResistant())),
        policy(
            "CA04 - Rischio utente alto: cambio password",
            "enabled",
            // The second account for emergencies was forgotten here.
            conditions(everybody(EMERGENCY.subList(0, 1), NONE))
                .set("userRiskLevels", List.of("high")),
            grant("AND", "mfa", "passwordChange")),
        policy(
            "CA05 - Rischio di accesso alto: MFA (in prova)",
            "enabledForReportingButNotEnforced",
            conditions(everybody(EMERGENCY, NONE)).set("signInRiskLevels", List.of("high")),
            grant("OR", "mfa")),
        policy(
            "CA06 - Blocca il flusso del codice dispositivo",
            "enabled",
            conditions(everybody(EMERGENCY, NONE))
                .set("authenticationFlows", Row.empty().set("transferMethods", "deviceCodeFlow")),
            grant("OR", "block")),
        policy(
            "CA07 - Solo dispositivi conformi (progetto 2027)",
            "disabled",
            conditions(everybody(EMERGENCY, NONE)),
            grant("OR", "compliantDevice")));
  }

  private static Row policy(String name, String state, Row conditions, Row grant) {
    return Row.graph(Row.guid("conditional access/" + name))
        .set("displayName", name)
        .set("state", state)
        .set("conditions", conditions)
        .set("grantControls", grant);
  }

  private static Row conditions(Row users) {
    return Row.empty()
        .set("users", users)
        .set(
            "applications",
            Row.empty()
                .set("includeApplications", List.of("All"))
                .set("excludeApplications", NONE)
                .set("applicationFilter", null)
                .set("includeUserActions", NONE))
        .set("clientAppTypes", List.of("all"))
        .set("signInRiskLevels", NONE)
        .set("userRiskLevels", NONE)
        .setNull("insiderRiskLevels", "authenticationFlows", "locations", "platforms", "devices");
  }

  private static Row everybody(List<String> exceptUsers, List<String> exceptGroups) {
    return users(List.of("All"), NONE, exceptUsers, exceptGroups);
  }

  private static Row administrators(List<String> exceptUsers) {
    return users(NONE, ADMINISTRATORS, exceptUsers, NONE);
  }

  private static Row users(
      List<String> include, List<String> roles, List<String> except, List<String> exceptGroups) {
    return Row.empty()
        .set("includeUsers", include)
        .set("excludeUsers", except)
        .set("includeGroups", NONE)
        .set("excludeGroups", exceptGroups)
        .set("includeRoles", roles)
        .set("excludeRoles", NONE)
        .set("excludeGuestsOrExternalUsers", null);
  }

  private static Row grant(String operator, String... controls) {
    return Row.empty()
        .set("operator", operator)
        .set("builtInControls", List.of(controls))
        .set("customAuthenticationFactors", NONE)
        .set("termsOfUse", NONE)
        .set("authenticationStrength", null);
  }

  private static Row phishingResistant() {
    return Row.graph("00000000-0000-0000-0000-000000000004")
        .set("displayName", "Phishing-resistant MFA")
        .set(
            "allowedCombinations",
            List.of("windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"));
  }
}
