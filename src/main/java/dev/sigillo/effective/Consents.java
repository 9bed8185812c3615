package dev.sigillo.effective;

import dev.sigillo.snapshot.AuthorizationPolicy;
import dev.sigillo.snapshot.DefaultUserRolePermissions;
import dev.sigillo.snapshot.Setting;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What users may consent to. The consent policies of every user stand at the top of the
 * authorisation policy on Graph's beta endpoint and in PowerShell, and inside the default user role
 * on v1.0; one of the two is usually empty.
 */
public final class Consents {
  private static final String FOR_SELF = "managepermissiongrantsforself.";

  private Consents() {}

  /**
   * Consent policies by which users give applications access to their own data, and that are not
   * among the allowed ones; sorted, each once.
   */
  public static List<String> notAllowed(AuthorizationPolicy policy, Collection<String> allowed) {
    Setting<List<String>> top = policy.permissionGrantPolicyIdsAssignedToDefaultUserRole();
    DefaultUserRolePermissions role = policy.defaultUserRolePermissions().orNull();
    Stream<String> inner =
        role == null ? Stream.of() : role.permissionGrantPoliciesAssigned().list().stream();
    return Stream.concat(top.list().stream(), inner)
        .filter(id -> id.toLowerCase(Locale.ROOT).startsWith(FOR_SELF))
        .filter(id -> allowed.stream().noneMatch(id::equalsIgnoreCase))
        .distinct()
        .sorted()
        .toList();
  }
}
