package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmergencyAccessTest {
  private static final String ONE = "2d9a50a8-6688-48eb-8646-86acb74e2f05";
  private static final String TWO = "42dd60ea-57e9-47ea-8a43-a213d36a9cb0";
  private static final String GLOBAL = "62e90394-69f5-4237-9190-012177145e10";

  private static GivenAccess mfa() {
    return new GivenAccess("MFA").demanding("mfa");
  }

  private static EmergencyAccess look(GivenAccess policy, String... groups) {
    return EmergencyAccess.of(policy.policy(), List.of(ONE, TWO), List.of(groups));
  }

  @Test
  void every_account_that_is_not_excluded_is_named() {
    EmergencyAccess access =
        look(
            mfa()
                .with("conditions.users.excludeUsers", "['" + ONE.toUpperCase(Locale.ROOT) + "']"));
    assertThat(access.endangered()).isTrue();
    assertThat(access.text()).isEqualTo("MFA: " + TWO);
  }

  @Test
  void all_are_safe_when_all_are_excluded() {
    assertThat(
            look(mfa().with("conditions.users.excludeUsers", "['%s', '%s']".formatted(ONE, TWO)))
                .endangered())
        .isFalse();
  }

  @Test
  void a_declared_group_excludes_them_together_and_another_group_does_not() {
    GivenAccess policy = mfa().with("conditions.users.excludeGroups", "['g']");
    assertThat(look(policy, "g").endangered()).isFalse();
    assertThat(look(policy).lockedOut()).containsExactly(ONE, TWO);
  }

  @Test
  void an_account_that_is_named_is_reached_like_everyone() {
    GivenAccess policy = mfa().with("conditions.users.includeUsers", "['" + TWO + "']");
    assertThat(look(policy).lockedOut()).containsExactly(TWO);
  }

  @Test
  void a_policy_for_the_role_that_they_hold_reaches_them_by_that_role_alone() {
    GivenAccess policy = mfa().with("conditions.users.includeUsers", "[]");
    assertThat(look(policy.with("conditions.users.includeRoles", "['other']")).endangered())
        .isFalse();
    policy.with("conditions.users.includeRoles", "['" + GLOBAL.toUpperCase(Locale.ROOT) + "']");
    assertThat(look(policy).lockedOut()).containsExactly(ONE, TWO);
    policy.with("conditions.users.excludeUsers", "['" + ONE + "']");
    assertThat(look(policy).lockedOut()).containsExactly(TWO);
  }

  @Test
  void a_policy_that_leaves_out_the_role_that_they_hold_leaves_them_out() {
    assertThat(look(mfa().with("conditions.users.excludeRoles", "['" + GLOBAL + "']")).endangered())
        .isFalse();
    assertThat(look(mfa().with("conditions.users.excludeRoles", "['other']")).endangered())
        .isTrue();
  }

  @Test
  void a_policy_for_the_role_that_a_passkey_alone_satisfies_is_no_danger() {
    GivenAccess policy =
        new GivenAccess("Keys")
            .with("conditions.users.includeUsers", "[]")
            .with("conditions.users.includeRoles", "['" + GLOBAL + "']")
            .strength("Phishing-resistant MFA", "windowsHelloForBusiness", "fido2");
    assertThat(look(policy).endangered()).isFalse();
    assertThat(look(policy.demanding("compliantDevice")).endangered())
        .as("the key is one of two ways")
        .isFalse();
    assertThat(look(policy.with("grantControls.operator", "'AND'")).endangered()).isTrue();
    assertThat(look(policy.demanding("block")).endangered()).isTrue();
    policy.demanding().with("grantControls.builtInControls", "[]");
    assertThat(look(policy.strength("Certificates", "x509CertificateMultiFactor")).endangered())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "state | 'disabled'",
        "state | 'enabledForReportingButNotEnforced'",
        "grantControls | null",
        "conditions.clientAppTypes | ['exchangeActiveSync', 'other']",
        "conditions.authenticationFlows | {'transferMethods': 'deviceCodeFlow'}",
        "conditions.applications.includeApplications | ['00000002-0000-0ff1-ce00-000000000000']",
        "conditions.users.includeUsers | ['None']"
      })
  void what_never_meets_an_administrator_signing_in_endangers_nobody(String path, String json) {
    assertThat(look(mfa().with(path, json)).endangered()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "conditions.applications.includeApplications | ['MicrosoftAdminPortals']",
        "conditions.userRiskLevels | ['high']",
        "conditions.locations | {'includeLocations': ['All'], 'excludeLocations': ['l']}",
        "conditions.clientAppTypes | ['browser']"
      })
  void a_policy_that_bites_now_and_then_endangers_too(String path, String json) {
    assertThat(look(mfa().with(path, json)).endangered()).isTrue();
  }
}
