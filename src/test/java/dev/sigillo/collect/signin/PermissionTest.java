package dev.sigillo.collect.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Policy.Read.All",
        "MailboxSettings.Read",
        "RoleManagement.Read.Directory",
        "User.ReadBasic.All",
        "Exchange.ManageAsApp",
        "openid",
      })
  void reading_is_not_writing(String permission) {
    assertThat(Permission.writes(permission)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Policy.ReadWrite.ConditionalAccess",
        "Mail.Send",
        "Application.ReadWrite.OwnedBy",
        "full_access_as_app",
        "Directory.AccessAsUser.All",
        "Sites.FullControl.All",
      })
  void everything_else_is(String permission) {
    assertThat(Permission.writes(permission)).isTrue();
  }

  @Test
  void a_larger_permission_does_too() {
    assertThat(Permission.USER_READ.heldIn(List.of("Directory.Read.All"))).isTrue();
    assertThat(Permission.USER_READ.heldIn(List.of("User.ReadWrite.All"))).isTrue();
    assertThat(Permission.USER_READ.heldIn(List.of("User.ReadBasic.All"))).isFalse();
  }

  @Test
  void cmdlets_that_change_something_are_known() {
    TreeSet<String> names =
        new TreeSet<>(List.of("Get-Mailbox", "Set-Mailbox", "new-InboxRule", "Search-Mailbox"));

    assertThat(new Cmdlets(names, null).changing()).containsExactly("new-InboxRule", "Set-Mailbox");
  }

  @Test
  void a_role_that_is_not_known_may_write() {
    assertThat(DirectoryRole.of(DirectoryRole.GLOBAL_READER).writes()).isFalse();
    assertThat(DirectoryRole.of("00000000-1111-2222-3333-444444444444"))
        .isEqualTo(new DirectoryRole("role 00000000-1111-2222-3333-444444444444", true));
  }
}
