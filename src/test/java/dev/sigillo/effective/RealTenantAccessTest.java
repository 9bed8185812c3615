package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.ConditionalAccessPolicy;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tenant on which ScubaGear gave verdicts: MS.AAD.1.1, 2.1, 2.3 and 3.2 met, 3.6 and 3.9 not. */
class RealTenantAccessTest {
  private static final List<ConditionalAccessPolicy> POLICIES = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            RealTenantAccessTest.class.getResourceAsStream("/conditional-access/policies.json"))) {
      for (JsonNode node : new ObjectMapper().readTree(in)) {
        RowRef row =
            RowRef.of("graph/conditionalAccessPolicies", POLICIES.size() + 1L, (ObjectNode) node);
        POLICIES.add(RowReader.read(ConditionalAccessPolicy.class, row, (ObjectNode) node));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"MFA", "NO_LEGACY_AUTHENTICATION", "USER_RISK", "SIGN_IN_RISK"})
  void what_the_peer_finds_met_is_reached(AccessGoal goal) {
    assertThat(goal.review(POLICIES, List.of(), List.of()).reached()).isTrue();
  }

  @Test
  void any_second_factor_is_no_phishing_resistant_one() {
    assertThat(
            AccessGoal.PHISHING_RESISTANT_MFA
                .review(POLICIES, List.of(), List.of(), List.of("62e90394"))
                .nearest())
        .singleElement()
        .asString()
        .endsWith("(authenticationStrength: Multifactor authentication)");
  }

  @Test
  void the_account_left_out_of_the_device_code_policy_counts_until_it_is_declared() {
    String account = "2d9a50a8-6688-48eb-8646-86acb74e2f05";
    AccessGoal goal = AccessGoal.NO_DEVICE_CODE_FLOW;
    assertThat(goal.review(POLICIES, List.of(), List.of()).missedNarrowly()).isTrue();
    assertThat(goal.review(POLICIES, List.of(account), List.of()).reached()).isTrue();
  }

  @Test
  void that_account_is_endangered_by_the_policies_that_forget_it() {
    List<String> account = List.of("2d9a50a8-6688-48eb-8646-86acb74e2f05");
    assertThat(
            POLICIES.stream().filter(p -> EmergencyAccess.of(p, account, List.of()).endangered()))
        .hasSize(4);
  }
}
