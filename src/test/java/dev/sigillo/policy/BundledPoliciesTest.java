package dev.sigillo.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.control.Control;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The policies that come with the program, against the catalogue that comes with it. */
class BundledPoliciesTest {
  private static final Path FOLDER = Path.of("policies");
  private static final List<Control> CATALOGUE =
      CatalogueLoader.folder(Path.of("rules")).controls();

  static List<String> bundled() {
    return PolicyFile.BUNDLED;
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void a_bundled_policy_selects_every_control_and_declares_nothing(String name) {
    Policy policy = PolicyLoader.load(name, CATALOGUE);
    assertThat(CATALOGUE).allMatch(control -> policy.settings(control).enabled());
    assertThat(policy.waivers()).isEmpty();
    assertThat(policy.inventory()).isEmpty();
    assertThat(policy.attestations()).isEmpty();
    assertThat(policy.emergencyAccounts()).isEmpty();
    assertThat(policy.engagementStated()).isFalse();
    assertThat(policy.chain()).isEqualTo(name.equals("default") ? List.of() : List.of("default"));
  }

  @ParameterizedTest
  @MethodSource("bundled")
  void a_bundled_policy_says_why_where_it_is_weaker(String name) {
    assertThat(PolicyLoader.load(name, CATALOGUE).weakenings())
        .allSatisfy(weakening -> assertThat(weakening.reason()).isNotNull());
  }

  @Test
  void bundled_policies_are_weaker_than_the_recommendation_only_where_their_sources_are() {
    assertThat(PolicyLoader.load("default", CATALOGUE).weakenings()).isEmpty();
    assertThat(PolicyLoader.load("cis-m365", CATALOGUE).weakenings())
        .extracting(Policy.Weakening::control)
        .containsOnly("DMARC-02", "DMARC-07");
    assertThat(PolicyLoader.load("scuba", CATALOGUE).weakenings())
        .extracting(Policy.Weakening::control)
        .containsOnly("DMARC-07");
    assertThat(PolicyLoader.load("microsoft-strict", CATALOGUE).weakenings())
        .extracting(Policy.Weakening::what)
        .containsOnly("automaticCountsAsOff");
  }

  @Test
  void microsoft_strict_has_the_lower_limits() {
    Policy policy = PolicyLoader.load("microsoft-strict", CATALOGUE);
    assertThat(policy.settings(control("OUTBOUND-01")).parameters().toString())
        .isEqualTo("{externalPerHour=400, internalPerHour=800, perDay=800}");
  }

  private static Control control(String id) {
    return CATALOGUE.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void the_example_is_in_order() {
    Policy policy = PolicyLoader.load(FOLDER.resolve("example.yaml").toString(), CATALOGUE);
    LocalDate issued = Objects.requireNonNull(policy.engagement().issued());
    assertThat(PolicyCheck.describe(policy, CATALOGUE, issued))
        .filteredOn(line -> line.startsWith("Warning"))
        .isEqualTo(List.of());
  }

  @Test
  void every_file_of_the_folder_is_bundled_or_the_example() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "default.yaml",
              "cis-m365.yaml",
              "scuba.yaml",
              "microsoft-strict.yaml",
              "example.yaml");
    }
  }
}
