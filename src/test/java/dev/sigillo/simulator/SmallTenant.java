package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A tenant of as many mailboxes as a test wants, and little else. */
final class SmallTenant implements SimulatedTenant {
  static final String ID = "11111111-2222-3333-4444-555555555555";
  static final String CLIENT = "c1111111-0000-4000-8000-000000000001";
  static final String SECRET = "S1mulated~Secret.Value";
  static final String WEAK = "c2222222-0000-4000-8000-000000000002";
  static final String EXPIRED = "c3333333-0000-4000-8000-000000000003";

  private final long mailboxes;
  private final boolean realLimits;
  private final List<Fault> faults = new ArrayList<>();

  SmallTenant(long mailboxes) {
    this(mailboxes, false);
  }

  SmallTenant(long mailboxes, boolean realLimits) {
    this.mailboxes = mailboxes;
    this.realLimits = realLimits;
  }

  SmallTenant with(Fault fault) {
    faults.add(fault);
    return this;
  }

  static String id(long i) {
    return new UUID(0x40008000L << 16, i).toString();
  }

  @Override
  public String tenantId() {
    return ID;
  }

  @Override
  public String initialDomain() {
    return "contoso.onmicrosoft.com";
  }

  @Override
  public String displayName() {
    return "Contoso";
  }

  @Override
  public Rows cmdlet(String cmdlet, ObjectNode parameters) {
    return switch (cmdlet) {
      case "Get-TransportConfig" ->
          Rows.of(
              List.of(
                  Json.object()
                      .put("Name", "Transport Settings")
                      .put("SmtpClientAuthenticationDisabled", true)
                      .put("WhenChanged@data.type", "System.DateTime")
                      .put("WhenChanged", "2026-05-04T07:39:21.0000000+00:00")));
      case "Get-Mailbox" -> {
        if (parameters.has("Identity")) {
          String identity = parameters.path("Identity").asText();
          long number = number(identity);
          if (number < 0) {
            throw ServiceRefusal.noSuchObject(identity);
          }
          yield Rows.of(List.of(mailbox(number)));
        }
        yield Rows.of(mailboxes, SmallTenant::mailbox);
      }
      case "Get-AcceptedDomain" ->
          Rows.of(
              List.of(
                  Json.object()
                      .put("DomainName", "contoso.com")
                      .put("DomainType", "Authoritative")
                      .put("Default", true)
                      .put("SmtpDaneStatus", "Disabled")));
      case "Get-InboxRule" -> {
        if (!parameters.has("Mailbox")) {
          throw ServiceRefusal.missingParameter("Mailbox");
        }
        yield Rows.of(List.of(Json.object().put("Name", "Junk E-mail Rule")));
      }
      case "Search-UnifiedAuditLog" ->
          Rows.of(7000, i -> Json.object().put("Identity", id(i)).put("Operations", "Set-Mailbox"));
      default -> throw ServiceRefusal.noSuchCmdlet(cmdlet);
    };
  }

  @Override
  public Rows complianceCmdlet(String cmdlet, ObjectNode parameters) {
    return Rows.of(List.of(Json.object().put("Name", "User restricted from sending email")));
  }

  @Override
  public Optional<Rows> graph(String path) {
    return switch (path) {
      case "users" -> Optional.of(Rows.of(mailboxes, SmallTenant::user));
      case "domains" -> Optional.of(Rows.of(List.of(Json.object().put("id", "contoso.com"))));
      case "identity/conditionalAccess/policies" ->
          Optional.of(Rows.of(List.of(Json.object().put("id", "p1").put("state", "enabled"))));
      case "roleManagement/directory/roleAssignments" -> {
        ObjectNode row = Json.object().put("id", "r1").put("principalId", id(0));
        row.putObject("principal").put("@odata.type", "#microsoft.graph.user").put("id", id(0));
        yield Optional.of(Rows.of(List.of(row)));
      }
      case "auditLogs/signIns" ->
          Optional.of(
              Rows.of(
                  3000,
                  i ->
                      Json.object()
                          .put("id", "s" + i)
                          .put("createdDateTime", "2026-11-" + (10 + i % 10) + "T10:00:00Z")
                          .put("clientAppUsed", i % 3 == 0 ? "Authenticated SMTP" : "Browser")));
      default -> path.endsWith("/mailFolders/inbox/messageRules") ? rules(path) : Optional.empty();
    };
  }

  private Optional<Rows> rules(String path) {
    long number = number(path.split("/", -1)[1]);
    if (number < 0) {
      throw ServiceRefusal.noSuchResource(path.split("/", -1)[1]);
    }
    if (number == 13) {
      throw ServiceRefusal.noCloudMailbox();
    }
    return Optional.of(
        Rows.of(List.of(Json.object().put("id", "AQAA=").put("displayName", "rule " + number))));
  }

  @Override
  public Optional<ObjectNode> graphObject(String path) {
    return path.equals("policies/authorizationPolicy")
        ? Optional.of(
            Json.object().put("id", "authorizationPolicy").put("allowInvitesFrom", "everyone"))
        : Optional.empty();
  }

  @Override
  public Optional<String> report(String path) {
    return path.equals("reports/getEmailActivityUserDetail(period='D7')")
        ? Optional.of("\ufeffReport Refresh Date,User Principal Name,Send Count\n")
        : Optional.empty();
  }

  @Override
  public Optional<List<DnsRecord>> dns(String name) {
    return switch (name) {
      case "contoso.example" ->
          Optional.of(
              List.of(
                  new DnsRecord("TXT", 300, "\"v=spf1 include:spf.contoso.example -all\""),
                  new DnsRecord("MX", 300, "0 contoso-example.mail.protection.outlook.com.")));
      case "_domainkey.contoso.example" -> Optional.of(List.of());
      case "selector1._domainkey.contoso.example" ->
          Optional.of(List.of(new DnsRecord("CNAME", 300, "key.contoso.example.")));
      case "key.contoso.example" ->
          Optional.of(List.of(new DnsRecord("TXT", 300, "\"v=DKIM1; p=\"")));
      case "long.contoso.example" ->
          Optional.of(
              List.of(new DnsRecord("TXT", 300, ("\"" + "a".repeat(250) + "\" ").repeat(9))));
      default -> Optional.empty();
    };
  }

  @Override
  public List<String> zones() {
    return List.of("contoso.example");
  }

  @Override
  public Optional<String> mtaStsPolicy(String domain) {
    return domain.equals("contoso.example")
        ? Optional.of(
            "version: STSv1\nmode: enforce\nmx: *.mail.protection.outlook.com\nmax_age: 86400\n")
        : Optional.empty();
  }

  @Override
  public List<Application> applications() {
    List<String> cmdlets =
        List.of(
            "Get-Mailbox",
            "Get-TransportConfig",
            "Get-AcceptedDomain",
            "Get-InboxRule",
            "Search-UnifiedAuditLog",
            "Get-Unheard");
    return List.of(
        new Application(
            CLIENT,
            id(900),
            "Sigillo",
            SECRET,
            false,
            List.of(
                "User.Read.All",
                "Policy.Read.All",
                "MailboxSettings.Read",
                "AuditLog.Read.All",
                "Reports.Read.All",
                "RoleManagement.Read.Directory",
                "ExchangeMessageTrace.Read.All",
                "Domain.Read.All"),
            List.of("Exchange.ManageAsApp", "Exchange.ManageAsAppV2"),
            List.of("f2ef992c-3afb-46b9-b7cf-a126ee74c451"),
            cmdlets,
            List.of("Get-ProtectionAlert")),
        new Application(
            WEAK, id(901), "Weak", "weak", false, List.of(), List.of(), List.of(), List.of(),
            List.of()),
        new Application(
            EXPIRED, id(902), "Old", "old", true, List.of(), List.of(), List.of(), List.of(),
            List.of()));
  }

  @Override
  public List<Fault> faults() {
    return faults;
  }

  @Override
  public boolean realLimits() {
    return realLimits;
  }

  private long number(String identity) {
    try {
      long number = UUID.fromString(identity).getLeastSignificantBits();
      return number >= 0 && number < mailboxes ? number : -1;
    } catch (IllegalArgumentException e) {
      return -1;
    }
  }

  static ObjectNode mailbox(long i) {
    ObjectNode row = Json.object();
    row.put("UserPrincipalName", "user" + i + "@contoso.com");
    row.put("PrimarySmtpAddress", "user" + i + "@contoso.com");
    row.put("DisplayName", "User " + i);
    row.put("RecipientTypeDetails", i % 10 == 0 ? "SharedMailbox" : "UserMailbox");
    row.put("ExchangeGuid@data.type", "System.Guid").put("ExchangeGuid@odata.type", "#Guid");
    row.put("ExchangeGuid", id(i)).put("ExternalDirectoryObjectId", id(i));
    row.putNull("ForwardingAddress").putNull("ForwardingSmtpAddress");
    row.put("DeliverToMailboxAndForward", false).put("AuditEnabled", true);
    row.put("RecipientLimits", "500").put("ProhibitSendQuota", "99 GB (106,300,440,576 bytes)");
    row.put("GrantSendOnBehalfTo@odata.type", "#Collection(String)");
    row.putArray("GrantSendOnBehalfTo");
    return row;
  }

  private static ObjectNode user(long i) {
    return Json.object()
        .put("id", id(i))
        .put("userPrincipalName", "user" + i + "@contoso.com")
        .put("mail", "user" + i + "@contoso.com")
        .put("displayName", "User " + i)
        .put("accountEnabled", i % 5 != 0)
        .put("userType", "Member");
  }

  /** Wire values of headers that requests need. */
  static Map<String, String> anchored() {
    return Map.of(
        "X-AnchorMailbox",
        "UPN:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@contoso.onmicrosoft.com");
  }
}
