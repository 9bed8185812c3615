package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AccessGoalTest {
  private static final String BREAK_GLASS = "2d9a50a8-6688-48eb-8646-86acb74e2f05";
  private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";
  private static final String EXCHANGE = "29232cdf-9323-42fd-ade2-1d097af3e4de";

  private static GivenAccess mfa() {
    return new GivenAccess("MFA").demanding("mfa");
  }

  private static GivenAccess reaching(AccessGoal goal) {
    return switch (goal) {
      case MFA -> mfa();
      case PHISHING_RESISTANT_MFA -> new GivenAccess("Keys").strength("Keys", "fido2");
      case NO_LEGACY_AUTHENTICATION ->
          new GivenAccess("Legacy")
              .demanding("block")
              .with("conditions.clientAppTypes", "['exchangeActiveSync', 'other']");
      case USER_RISK ->
          new GivenAccess("User risk")
              .demanding("block")
              .with("conditions.userRiskLevels", "['high']");
      case SIGN_IN_RISK -> mfa().with("conditions.signInRiskLevels", "['medium', 'high']");
      case NO_DEVICE_CODE_FLOW ->
          new GivenAccess("Device code")
              .demanding("block")
              .with("conditions.authenticationFlows", "{'transferMethods': 'deviceCodeFlow'}");
    };
  }

  private static AccessReview review(AccessGoal goal, GivenAccess... policies) {
    return goal.review(
        Arrays.stream(policies).map(GivenAccess::policy).toList(), List.of(BREAK_GLASS), List.of());
  }

  @ParameterizedTest
  @EnumSource
  void an_enforced_policy_without_reserve_reaches_its_goal(AccessGoal goal) {
    assertThat(review(goal, reaching(goal)).reached()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void report_only_and_disabled_policies_never_do(AccessGoal goal) {
    for (String state : List.of("enabledForReportingButNotEnforced", "disabled")) {
      AccessReview review = review(goal, reaching(goal).with("state", "'" + state + "'"));
      assertThat(review.missedNarrowly()).isTrue();
      assertThat(review.nearest()).singleElement().asString().contains("(state: " + state + ")");
    }
  }

  @ParameterizedTest
  @EnumSource
  void nothing_is_nearest_where_no_policy_tries(AccessGoal goal) {
    assertThat(review(goal).missing()).isTrue();
    assertThat(review(goal, new GivenAccess("Device").demanding("compliantDevice")).missing())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "conditions.users.excludeGroups | ['g'] | excludeGroups: [g]",
        "conditions.users.excludeRoles | ['r'] | excludeRoles: [r]",
        "conditions.users.excludeUsers | ['u'] | excludeUsers: [u]",
        "conditions.users.excludeGuestsOrExternalUsers | {'guestOrExternalUserTypes': 'internalGuest'} | excludeGuestsOrExternalUsers",
        "conditions.applications.includeApplications | ['Office365'] | includeApplications: [Office365]",
        "conditions.applications.excludeApplications | ['a'] | excludeApplications: [a]",
        "conditions.applications.applicationFilter | {'mode': 'exclude', 'rule': 'x'} | applicationFilter",
        "conditions.insiderRiskLevels | 'elevated' | insiderRiskLevels: elevated",
        "conditions.locations | {'includeLocations': ['All'], 'excludeLocations': ['AllTrusted']} | excludeLocations: [AllTrusted]",
        "conditions.locations | {'includeLocations': ['l'], 'excludeLocations': []} | includeLocations: [l]",
        "conditions.platforms | {'includePlatforms': ['android'], 'excludePlatforms': []} | includePlatforms: [android]",
        "conditions.devices | {'includeDevices': [], 'deviceFilter': {'mode': 'include', 'rule': 'x'}} | deviceFilter"
      })
  void whatever_narrows_a_policy_disqualifies_it(String path, String json, String gap) {
    for (AccessGoal goal : AccessGoal.values()) {
      AccessReview review = review(goal, reaching(goal).with(path, json));
      assertThat(review.reached()).isFalse();
      assertThat(review.nearest()).singleElement().asString().contains("(" + gap + ")");
    }
  }

  @Test
  void conditions_that_name_everything_narrow_nothing() {
    GivenAccess policy =
        mfa()
            .with("conditions.locations", "{'includeLocations': ['All'], 'excludeLocations': []}")
            .with("conditions.platforms", "{'IncludePlatforms': ['all'], 'ExcludePlatforms': []}")
            .with("conditions.devices", "{'includeDevices': [], 'deviceFilter': null}")
            .without("conditions.authenticationFlows");
    assertThat(review(AccessGoal.MFA, policy).reached()).isTrue();
  }

  @Test
  void emergency_accounts_and_allowed_ids_may_be_excluded_whatever_their_case() {
    GivenAccess policy =
        mfa()
            .with(
                "conditions.users.excludeUsers", "['" + BREAK_GLASS.toUpperCase(Locale.ROOT) + "']")
            .with("conditions.users.excludeRoles", "['d29b2b05-8046-44ba-8758-1e26182fcf32']")
            .with("conditions.users.excludeGuestsOrExternalUsers", "{'externalTenants': null}");
    assertThat(
            AccessGoal.MFA
                .review(
                    List.of(policy.policy()),
                    List.of(BREAK_GLASS),
                    List.of("D29B2B05-8046-44ba-8758-1e26182fcf32", "GuestsOrExternalUsers"))
                .reached())
        .isTrue();
  }

  @Test
  void an_alternative_to_multifactor_authentication_voids_it_and_an_addition_does_not() {
    GivenAccess either = new GivenAccess("Either").demanding("mfa", "compliantDevice");
    assertThat(review(AccessGoal.MFA, either).nearest())
        .containsExactly("Either (operator: OR; builtInControls: [mfa, compliantDevice])");
    assertThat(review(AccessGoal.MFA, either.with("grantControls.operator", "'AND'")).reached())
        .isTrue();
    assertThat(review(AccessGoal.MFA, mfa().with("grantControls.termsOfUse", "['t']")).reached())
        .isFalse();
    assertThat(
            review(AccessGoal.MFA, mfa().with("grantControls.customAuthenticationFactors", "['d']"))
                .reached())
        .isFalse();
    assertThat(review(AccessGoal.MFA, mfa().strength("Any", "password,sms")).reached()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "password,sms | true | false",
        "federatedMultiFactor | true | false",
        "temporaryAccessPassOneTime | true | false",
        "windowsHelloForBusiness | true | true",
        "x509CertificateMultiFactor | true | true",
        "x509CertificateSingleFactor | false | false",
        "password | false | false",
        "qrCodePin | false | false"
      })
  void a_strength_is_as_strong_as_its_weakest_combination(
      String combination, boolean mfa, boolean resistant) {
    GivenAccess policy = new GivenAccess("Strength").strength("Own", "fido2", combination);
    assertThat(review(AccessGoal.MFA, policy).reached()).isEqualTo(mfa);
    assertThat(review(AccessGoal.PHISHING_RESISTANT_MFA, policy).reached()).isEqualTo(resistant);
  }

  @Test
  void session_controls_alone_demand_nothing() {
    GivenAccess policy = new GivenAccess("Session").with("grantControls", "null");
    assertThat(review(AccessGoal.MFA, policy).missing()).isTrue();
  }

  @Test
  void browsers_and_modern_applications_are_all_that_can_do_multifactor_authentication() {
    assertThat(
            review(
                    AccessGoal.MFA,
                    mfa()
                        .with(
                            "conditions.clientAppTypes",
                            "['browser', 'mobileAppsAndDesktopClients']"))
                .reached())
        .isTrue();
    assertThat(
            review(AccessGoal.MFA, mfa().with("conditions.clientAppTypes", "['browser']"))
                .nearest())
        .containsExactly("MFA (clientAppTypes: [browser])");
  }

  @Test
  void a_policy_for_risk_or_for_one_flow_is_no_policy_for_every_sign_in() {
    assertThat(
            review(
                    AccessGoal.MFA,
                    mfa().with("conditions.signInRiskLevels", "['high']"),
                    mfa().with("conditions.userRiskLevels", "['high']"),
                    mfa()
                        .with(
                            "conditions.authenticationFlows",
                            "{'transferMethods': 'authenticationTransfer'}"))
                .nearest())
        .containsExactly(
            "MFA (signInRiskLevels: [high])",
            "MFA (userRiskLevels: [high])",
            "MFA (transferMethods: [authenticationTransfer])");
  }

  @Test
  void two_policies_may_block_the_two_kinds_of_legacy_client() {
    GivenAccess other =
        new GivenAccess("Other").demanding("block").with("conditions.clientAppTypes", "['other']");
    GivenAccess activeSync =
        new GivenAccess("EAS")
            .demanding("block")
            .with("conditions.clientAppTypes", "['exchangeActiveSync']");
    assertThat(review(AccessGoal.NO_LEGACY_AUTHENTICATION, other, activeSync).reached()).isTrue();
    AccessReview half = review(AccessGoal.NO_LEGACY_AUTHENTICATION, other);
    assertThat(half.uncovered()).containsExactly("exchangeActiveSync");
    assertThat(half.nearest()).containsExactly("Other (clientAppTypes: [other])");
  }

  @Test
  void legacy_clients_that_are_asked_for_multifactor_authentication_are_not_blocked_for_sure() {
    GivenAccess policy = reaching(AccessGoal.NO_LEGACY_AUTHENTICATION).demanding("mfa");
    assertThat(review(AccessGoal.NO_LEGACY_AUTHENTICATION, policy).missing()).isTrue();
  }

  @Test
  void high_user_risk_needs_a_block_or_a_new_password() {
    GivenAccess risk = new GivenAccess("Risk").with("conditions.userRiskLevels", "['high']");
    assertThat(review(AccessGoal.USER_RISK, risk.demanding("mfa")).nearest())
        .containsExactly("Risk (builtInControls: [mfa])");
    assertThat(review(AccessGoal.USER_RISK, risk.demanding("mfa", "passwordChange")).reached())
        .isFalse();
    assertThat(review(AccessGoal.USER_RISK, risk.with("grantControls.operator", "'AND'")).reached())
        .isTrue();
    assertThat(
            review(
                    AccessGoal.USER_RISK,
                    new GivenAccess("Remediation")
                        .with("conditions.userRiskLevels", "['high']")
                        .with("grantControls.operator", "'AND'")
                        .demanding("riskRemediation")
                        .strength("MFA", "password,sms"))
                .reached())
        .isTrue();
  }

  @Test
  void the_two_kinds_of_risk_in_one_policy_hold_only_where_both_are_high() {
    GivenAccess both =
        new GivenAccess("Both")
            .demanding("block")
            .with("conditions.userRiskLevels", "['high']")
            .with("conditions.signInRiskLevels", "['high']");
    assertThat(review(AccessGoal.USER_RISK, both).nearest())
        .containsExactly("Both (signInRiskLevels: [high])");
    assertThat(review(AccessGoal.SIGN_IN_RISK, both).nearest())
        .containsExactly("Both (userRiskLevels: [high])");
  }

  @Test
  void a_policy_below_high_risk_only_does_not_count() {
    assertThat(
            review(
                    AccessGoal.SIGN_IN_RISK,
                    mfa().with("conditions.signInRiskLevels", "['low', 'medium']"))
                .nearest())
        .containsExactly("MFA (signInRiskLevels: [low, medium])");
  }

  @Test
  void the_device_code_flow_may_stand_beside_another_flow() {
    GivenAccess policy =
        reaching(AccessGoal.NO_DEVICE_CODE_FLOW)
            .with(
                "conditions.authenticationFlows",
                "{'transferMethods': 'deviceCodeFlow,authenticationTransfer'}");
    assertThat(review(AccessGoal.NO_DEVICE_CODE_FLOW, policy).reached()).isTrue();
  }

  @Test
  void roles_are_covered_by_policies_together() {
    GivenAccess global =
        reaching(AccessGoal.PHISHING_RESISTANT_MFA)
            .with("conditions.users.includeUsers", "[]")
            .with("conditions.users.includeRoles", "['" + GLOBAL + "']");
    GivenAccess exchange =
        reaching(AccessGoal.PHISHING_RESISTANT_MFA)
            .with("conditions.users.includeUsers", "[]")
            .with("conditions.users.includeRoles", "['" + EXCHANGE + "']");
    List<String> roles = List.of(GLOBAL, EXCHANGE);
    AccessReview half =
        AccessGoal.PHISHING_RESISTANT_MFA.review(
            List.of(global.policy()), List.of(), List.of(), roles);
    assertThat(half.uncovered()).containsExactly(EXCHANGE);
    assertThat(half.nearest()).containsExactly("Keys (includeRoles: [Global Administrator])");
    assertThat(
            AccessGoal.PHISHING_RESISTANT_MFA
                .review(List.of(global.policy(), exchange.policy()), List.of(), List.of(), roles)
                .reached())
        .isTrue();
  }

  @Test
  void only_the_nearest_policies_are_named_nearest_first() {
    GivenAccess[] many = new GivenAccess[7];
    for (int i = 0; i < many.length; i++) {
      many[i] = new GivenAccess("P" + i).demanding("mfa").with("state", "'disabled'");
    }
    many[0].with("conditions.users.includeUsers", "[]");
    AccessReview review = review(AccessGoal.MFA, many);
    assertThat(review.nearest()).hasSize(5).first().asString().startsWith("P1");
    assertThat(review.policies()).hasSize(5);
    assertThat(review.evidence()).hasSize(5);
  }
}
