package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Applications that may do too much, and who may let them. */
final class ApplicationFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  static {
    ALL.put("appCanSendAsAnyone", ApplicationFaults::sendsAsAnyone);
    ALL.put("appRoleUnscoped", ApplicationFaults::unscoped);
    ALL.put("consentForEveryone", ApplicationFaults::consentForEveryone);
    ALL.put("longSecret", ApplicationFaults::longSecret);
    ALL.put("longCertificate", ApplicationFaults::longCertificate);
    ALL.put("usersMayConsent", ApplicationFaults::usersMayConsent);
    ALL.put("consentRequestsOff", ApplicationFaults::consentRequestsOff);
  }

  private ApplicationFaults() {}

  private static void sendsAsAnyone(Content content, int count) {
    for (String name : Layers.names("App che invia", count)) {
      content
          .list("servicePrincipals", Applications.principal(content.org, name))
          .list(
              "appRoleAssignedTo",
              Applications.assignment(
                  content.org, name, Applications.GRAPH_NAME, Applications.MAIL_SEND));
      undeclared(content, name, "entra");
    }
  }

  private static void unscoped(Content content, int count) {
    for (String name : Layers.names("App con ruolo", count)) {
      content
          .list("servicePrincipals", Applications.principal(content.org, name))
          .list("Get-ServicePrincipal", Applications.exchangePrincipal(content.org, name))
          .list(
              "Get-ManagementRoleAssignment",
              Applications.role(
                  content.org, "Application Mail.Send", name, "ServicePrincipal", null));
      undeclared(content, name, "role");
    }
  }

  private static void undeclared(Content content, String name, String code) {
    content
        .truth
        .finds("SENDERS-01", name, code)
        .finds("SENDERS-02", name, "unlisted")
        .finds("SENDERS-07", content.tenant(), "applications");
  }

  private static void consentForEveryone(Content content, int count) {
    for (String name : Layers.names("App delegata", count)) {
      content
          .list("servicePrincipals", Applications.principal(content.org, name))
          .list(
              "oauth2PermissionGrants",
              Applications.consent(
                  content.org, name, null, " openid  profile Mail.ReadWrite Mail.Send"));
      content.truth.finds("SENDERS-03", name, "everyone");
    }
  }

  private static void longSecret(Content content, int count) {
    for (String name : Layers.names("App con segreto", count)) {
      Row secret = Applications.key(content.org, name, 100, 630);
      content.list(
          "applications", Applications.registration(content.org, name, List.of(secret), List.of()));
      content.truth.finds("SENDERS-06", name, "secret");
    }
  }

  private static void longCertificate(Content content, int count) {
    for (String name : Layers.names("App con certificato", count)) {
      Row certificate = Applications.key(content.org, name, 100, 630);
      content.list(
          "applications",
          Applications.registration(content.org, name, List.of(), List.of(certificate)));
      content.truth.finds("SENDERS-06", name, "certificate");
    }
  }

  private static void usersMayConsent(Content content, int count) {
    Row policy = content.objects().get("policies/authorizationPolicy");
    if (policy != null) {
      policy.within(
          "defaultUserRolePermissions",
          "permissionGrantPoliciesAssigned",
          List.of("ManagePermissionGrantsForSelf.microsoft-user-default-legacy"));
    }
    content.truth.finds("SENDERS-04", content.tenant(), "consent");
  }

  private static void consentRequestsOff(Content content, int count) {
    Row policy = content.objects().get("policies/adminConsentRequestPolicy");
    if (policy != null) {
      policy.set("isEnabled", false).set("reviewers", List.of());
    }
    content.truth.finds("SENDERS-05", content.tenant(), "off");
  }
}
