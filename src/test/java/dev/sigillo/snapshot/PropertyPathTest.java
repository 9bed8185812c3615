package dev.sigillo.snapshot;

import static dev.sigillo.snapshot.Json.object;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PropertyPathTest {
  private static final RowRef REF = new RowRef("d", 1, "id");

  private static Setting<?> users(String json) {
    return PropertyPath.of(ConditionalAccessPolicy.class, "conditions.users.includeUsers")
        .of(RowReader.read(ConditionalAccessPolicy.class, REF, object(json)));
  }

  private static Setting<?> ends(String json) {
    return PropertyPath.of(AppRegistration.class, "passwordCredentials.endDateTime")
        .of(RowReader.read(AppRegistration.class, REF, object(json)));
  }

  @Test
  void a_property_is_found_whatever_its_case() {
    TransportConfig config =
        RowReader.read(
            TransportConfig.class, REF, object("{'SmtpClientAuthenticationDisabled':true}"));
    assertThat(
            PropertyPath.of(TransportConfig.class, "SmtpClientAuthenticationDisabled").of(config))
        .isEqualTo(Setting.of(true));
  }

  @Test
  void what_stands_below_an_unsaid_parent_is_unsaid_and_below_null_is_null() {
    assertThat(users("{'conditions':{'users':{'includeUsers':['All']}}}").list())
        .containsExactly("All");
    assertThat(users("{'conditions':{'users':{}}}")).isEqualTo(Setting.absent());
    assertThat(users("{'conditions':{}}")).isEqualTo(Setting.absent());
    assertThat(users("{}")).isEqualTo(Setting.absent());
    assertThat(users("{'conditions':null}")).isEqualTo(Setting.ofNull());
    assertThat(users("{'conditions':'System.Object'}")).isInstanceOf(Setting.Unreadable.class);
  }

  @Test
  void in_a_list_every_element_must_be_known() {
    assertThat(ends("{'passwordCredentials':[]}").known()).isTrue();
    assertThat(ends("{'passwordCredentials':[{'endDateTime':null}]}").known()).isTrue();
    assertThat(ends("{'passwordCredentials':[{'endDateTime':null},{}]}").known()).isFalse();
  }

  @Test
  void an_unknown_property_is_an_error_that_names_the_allowed_ones() {
    assertThatThrownBy(() -> PropertyPath.of(TransportConfig.class, "smtpAuth"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "TransportConfig has no property smtpAuth (allowed: smtpClientAuthenticationDisabled)");
    assertThatThrownBy(() -> PropertyPath.of(CasMailbox.class, "popEnabled.x"))
        .hasMessageContaining("none below it");
  }
}
