package dev.sigillo.simulator.tenant;

import java.util.List;

/** Conditional Access. */
final class AccessPolicies {
  static final String CALL = "identity/conditionalAccess/policies";
  static final String LEGACY = "Blocca autenticazione legacy";
  static final String MFA = "MFA per tutti";
  static final String ADMINISTRATORS = "MFA resistente al phishing per gli amministratori";
  static final String USER_RISK = "Rischio utente alto";
  static final String SIGN_IN_RISK = "Rischio di accesso alto";
  static final String DEVICE_CODE = "Blocca il flusso del codice dispositivo";

  /** Global, Privileged Role, Security, Conditional Access, Exchange, User, Helpdesk and others. */
  private static final List<String> ROLES =
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

  /** The six policies that the catalogue asks for; emergency accounts stay out of each. */
  static void clean(Content content) {
    Org org = content.org;
    List<String> except = emergency(org);
    content.list(
        CALL,
        policy(org, LEGACY, everybody(except, NONE), "OR", "block")
            .within("conditions", "clientAppTypes", List.of("exchangeActiveSync", "other")),
        policy(org, MFA, everybody(except, NONE), "OR", "mfa"),
        policy(org, ADMINISTRATORS, administrators(except), "OR")
            .within("grantControls", "authenticationStrength", phishingResistant()),
        policy(org, USER_RISK, everybody(except, NONE), "AND", "mfa", "passwordChange")
            .within("conditions", "userRiskLevels", List.of("high")),
        policy(org, SIGN_IN_RISK, everybody(except, NONE), "OR", "mfa")
            .within("conditions", "signInRiskLevels", List.of("high")),
        policy(org, DEVICE_CODE, everybody(except, NONE), "OR", "block")
            .within(
                "conditions",
                "authenticationFlows",
                Row.empty().set("transferMethods", "deviceCodeFlow")));
  }

  /** Object ids of the two accounts for emergencies, which have no mailbox. */
  static List<String> emergency(Org org) {
    return List.of(org.guid("user/emergenza.1"), org.guid("user/emergenza.2"));
  }

  static Row policy(Org org, String name, Row users, String operator, String... controls) {
    return Row.graph("conditionalAccessPolicy", org.guid("conditional access/" + name))
        .set("displayName", name)
        .within("conditions", "users", users)
        .within("grantControls", "operator", operator)
        .within("grantControls", "builtInControls", List.of(controls));
  }

  static Row everybody(List<String> exceptUsers, List<String> exceptGroups) {
    return users(List.of("All"), NONE, exceptUsers, exceptGroups);
  }

  static Row administrators(List<String> exceptUsers) {
    return users(NONE, ROLES, exceptUsers, NONE);
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
        .setNull("includeGuestsOrExternalUsers", "excludeGuestsOrExternalUsers");
  }

  static Row phishingResistant() {
    return Row.empty()
        .set("id", "00000000-0000-0000-0000-000000000004")
        .set("createdDateTime", "2021-12-01T00:00:00Z")
        .set("modifiedDateTime", "2021-12-01T00:00:00Z")
        .set("displayName", "Phishing-resistant MFA")
        .set(
            "description",
            "Phishing-resistant, Passwordless methods for the strongest authentication")
        .set("policyType", "builtIn")
        .set("requirementsSatisfied", "mfa")
        .set(
            "allowedCombinations",
            List.of("windowsHelloForBusiness", "fido2", "x509CertificateMultiFactor"));
  }
}
