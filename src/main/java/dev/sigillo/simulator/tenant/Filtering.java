package dev.sigillo.simulator.tenant;

/** How incoming mail is filtered, and who gets past. */
final class Filtering {
  private Filtering() {}

  /** Nobody gets past. */
  static void clean(Content content) {
    Org org = content.org;
    content
        .list(
            "Get-HostedConnectionFilterPolicy",
            Row.exchange(org, "Get-HostedConnectionFilterPolicy", "Default"))
        .list("Get-HostedContentFilterPolicy", inbound(org, "Default").set("IsDefault", true))
        .list("Get-AntiPhishPolicy", antiPhish(org, "Office365 AntiPhish Default"))
        .list(
            "Get-MalwareFilterPolicy",
            malware(org, "Default", "Custom")
                .set("IsDefault", true)
                .set("EnableInternalSenderAdminNotifications", true)
                .set("InternalSenderAdminAddress", content.security()))
        .list("Get-ArcConfig", Row.exchange(org, "Get-ArcConfig", "Default"));
  }

  static Row antiPhish(Org org, String name) {
    return Row.exchange(org, "Get-AntiPhishPolicy", name)
        .set("HonorDmarcPolicy", true)
        .set("TargetedUsersToProtect", null)
        .set("TargetedDomainsToProtect", null);
  }

  static Row malware(Org org, String name, String type) {
    return Row.exchange(org, "Get-MalwareFilterPolicy", name).set("RecommendedPolicyType", type);
  }

  static Row inbound(Org org, String name) {
    return Row.exchange(org, "Get-HostedContentFilterPolicy", name);
  }
}
