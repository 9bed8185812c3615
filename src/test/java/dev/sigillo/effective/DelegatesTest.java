package dev.sigillo.effective;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.effective.Delegates.Standing;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;

class DelegatesTest {
  private static final Mailbox INFO =
      FromYaml.mailbox(
          """
          exchange/Get-Mailbox:
            - {key: m1, row: {PrimarySmtpAddress: info@contoso.com,
                UserPrincipalName: info@contoso.onmicrosoft.com,
                GrantSendOnBehalfTo: [Zoe, S-1-5-21-1, SG-Info, info@contoso.com]}}
          exchange/Get-MailboxPermission:
            - {key: m1, row: {User: a, AccessRights: ["ReadPermission, fullaccess"],
                IsInherited: false, Deny: false}}
            - {key: m1, row: {User: b, AccessRights: [FullAccess], IsInherited: true, Deny: false}}
            - {key: m1, row: {User: c, AccessRights: [FullAccess], IsInherited: false, Deny: true}}
            - {key: m1, row: {User: d, AccessRights: [ReadPermission], IsInherited: false,
                Deny: false}}
            - {key: m1, row: {User: null, AccessRights: [FullAccess], IsInherited: false,
                Deny: false}}
            - {key: m1, row: {User: e, AccessRights: [FullAccess], Deny: false}}
          """);

  @Test
  void only_a_mailbox_s_own_full_access_that_is_no_denial_opens_it() {
    assertThat(INFO.mailboxPermissions())
        .filteredOn(Delegates::opens)
        .extracting(row -> row.user().orNull())
        .containsExactly("a");
  }

  @Test
  void the_mailbox_itself_needs_no_entry() {
    assertThat(
            List.of(
                standing("NT AUTHORITY\\SELF"),
                standing("S-1-5-10"),
                standing("INFO@contoso.com"),
                standing("info@contoso.onmicrosoft.com")))
        .containsOnly(Standing.OWN);
  }

  @Test
  void nobody_in_particular_is_never_registered() {
    assertThat(
            List.of(
                standing("Everyone", "*"),
                standing("default", "*"),
                standing("Anonymous", "*"),
                standing("NT AUTHORITY\\Authenticated Users", "*"),
                standing("S-1-1-0", "*")))
        .containsOnly(Standing.EVERYONE);
  }

  @Test
  void an_entry_holds_for_every_mailbox_or_for_those_before_the_arrow() {
    assertThat(standing("Anna", "anna")).isEqualTo(Standing.REGISTERED);
    assertThat(standing("Anna", "info@* > A*")).isEqualTo(Standing.REGISTERED);
    assertThat(standing("Anna", "INFO@contoso.com>anna")).isEqualTo(Standing.REGISTERED);
    assertThat(standing("Anna", "sales@contoso.com > Anna")).isEqualTo(Standing.OUTSIDE);
    assertThat(standing("Annabel", "Anna")).isEqualTo(Standing.OUTSIDE);
  }

  @Test
  void a_bare_identifier_is_an_orphan_unless_registered() {
    assertThat(standing("S-1-5-21-1-2-3-4")).isEqualTo(Standing.ORPHAN);
    assertThat(standing("S-1-5-21-1-2-3-4", "S-1-5-21-*")).isEqualTo(Standing.REGISTERED);
  }

  @Test
  void delegates_outside_the_register_come_sorted() {
    assertThat(Delegates.onBehalfOutside(List.of("info@contoso.com > SG-*"), INFO))
        .containsExactly("S-1-5-21-1", "Zoe");
  }

  private static Standing standing(String trustee, String... register) {
    return Delegates.standing(List.of(register), INFO, Setting.of(trustee));
  }
}
