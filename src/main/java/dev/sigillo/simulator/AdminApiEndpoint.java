package dev.sigillo.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An endpoint of the Exchange Admin API v2.0. Which columns they give was never seen: these are the
 * ones that Microsoft's pages speak of, so that a collector cannot lean on more.
 */
record AdminApiEndpoint(String cmdlet, Set<String> columns) {
  private static final Map<String, AdminApiEndpoint> ALL =
      Map.of(
          "AcceptedDomain",
          new AdminApiEndpoint(
              "Get-AcceptedDomain", Set.of("DomainName", "DomainType", "Default", "Identity")),
          "OrganizationConfig",
          new AdminApiEndpoint(
              "Get-OrganizationConfig",
              Set.of(
                  "MailTipsAllTipsEnabled",
                  "MailTipsExternalRecipientsTipsEnabled",
                  "MailTipsGroupMetricsEnabled",
                  "MailTipsLargeAudienceThreshold",
                  "MailTipsMailboxSourcedTipsEnabled",
                  "Identity")),
          "Mailbox",
          new AdminApiEndpoint(
              "Get-Mailbox",
              Set.of(
                  "DisplayName",
                  "PrimarySmtpAddress",
                  "UserPrincipalName",
                  "ExternalDirectoryObjectId",
                  "ExchangeGuid",
                  "RecipientTypeDetails",
                  "Identity",
                  "GrantSendOnBehalfTo",
                  "GrantSendOnBehalfToWithDisplayNames")),
          "MailboxFolderPermission",
          new AdminApiEndpoint("Get-MailboxFolderPermission", Set.of()),
          "DistributionGroupMember",
          new AdminApiEndpoint("Get-DistributionGroupMember", Set.of()),
          "DynamicDistributionGroupMember",
          new AdminApiEndpoint("Get-DynamicDistributionGroupMember", Set.of()));

  static Optional<AdminApiEndpoint> named(String name) {
    return Optional.ofNullable(ALL.get(name));
  }

  /** The same call, asking for no more columns than the endpoint has. */
  Call trimmed(Call call) {
    if (columns.isEmpty() || call.query().containsKey("$select")) {
      return call;
    }
    Map<String, String> query = new LinkedHashMap<>(call.query());
    query.put("$select", String.join(",", columns));
    return new Call(
        call.origin(), call.method(), call.path(), query, call.headers(), call.body(), call.at());
  }
}
