package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.snapshot.ProtectionAlert;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlertPoliciesTest {
  private static ProtectionAlert alert(Setting<List<String>> notify, String... operations) {
    return new ProtectionAlert(
        new RowRef("compliance/Get-ProtectionAlert", 1, "a"),
        Setting.of("Alert"),
        Setting.of("be215649-fba8-4339-9ddd-05991a43b948"),
        Setting.of(false),
        Setting.of(true),
        notify,
        Setting.of(true),
        operations.length == 0 ? Setting.ofNull() : Setting.of(List.of(operations)),
        Setting.of("High"));
  }

  @Test
  void ids_are_looked_for_whatever_their_case() {
    List<ProtectionAlert> alerts = List.of(alert(Setting.of(List.of())));
    assertThat(
            AlertPolicies.of(alerts, List.of("BE215649-fba8-4339-9ddd-05991a43b948", "other"))
                .missing())
        .containsExactly("other");
  }

  @Test
  void one_watched_operation_is_enough_and_null_is_none() {
    assertThat(
            AlertPolicies.watches(
                alert(Setting.ofNull(), "MailRedirect"), List.of("New-InboxRule", "mailredirect")))
        .isTrue();
    assertThat(AlertPolicies.watches(alert(Setting.ofNull()), List.of("MailRedirect"))).isFalse();
  }

  @Test
  void what_microsoft_enters_by_default_is_nobody_in_particular() {
    assertThat(monitored(Setting.of(List.of("TenantAdmins")))).isFalse();
    assertThat(monitored(Setting.of(List.of()))).isFalse();
    assertThat(monitored(Setting.ofNull())).isFalse();
    assertThat(monitored(Setting.of(List.of("TenantAdmins", "soc@contoso.com")))).isTrue();
  }

  @Test
  void declared_readers_are_the_only_ones_that_count() {
    Setting<List<String>> notify = Setting.of(List.of("SOC@contoso.com"));
    assertThat(monitored(notify, "soc@contoso.com", "it@contoso.com")).isTrue();
    assertThat(monitored(notify, "it@contoso.com")).isFalse();
    assertThat(monitored(Setting.of(List.of("TenantAdmins")), "TenantAdmins")).isTrue();
  }

  private static boolean monitored(Setting<List<String>> notify, String... readers) {
    return AlertPolicies.monitored(alert(notify), List.of(readers));
  }

  @Test
  void a_finding_names_the_recipients() {
    assertThat(AlertPolicies.recipients(alert(Setting.of(List.of("TenantAdmins")))))
        .isEqualTo("Alert: TenantAdmins");
    assertThat(AlertPolicies.wanted(List.of())).isEqualTo("NotifyUser <> TenantAdmins");
    assertThat(AlertPolicies.wanted(List.of("soc@contoso.com")))
        .isEqualTo("NotifyUser: soc@contoso.com");
  }
}
