package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The admin REST of Exchange Online, or of Security and Compliance: module file, {@code
 * InvokeCommand}, {@code $batch} and, for Exchange, the Admin API v2.0.
 */
final class ExchangeAdmin {
  private static final String SYSTEM_MAILBOX =
      "UPN:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@";

  /** Seconds that one call takes for a mailbox, as others measured it; only with real limits. */
  private static final Map<String, Duration> SERVICE_TIME =
      Map.of(
          "get-inboxrule", Duration.ofMillis(995),
          "get-mailboxpermission", Duration.ofMillis(850),
          "get-recipientpermission", Duration.ofMillis(600));

  private final SimulatedTenant tenant;
  private final Resource resource;
  private final Tokens tokens;
  private final Throttle throttle;
  private final FaultyService faulty;
  private final Journal journal;
  private final Cmdlets cmdlets;
  private final String label;

  ExchangeAdmin(
      SimulatedTenant tenant,
      Resource resource,
      Tokens tokens,
      Throttle throttle,
      FaultyService faulty,
      Journal journal,
      PageLinks links) {
    this.tenant = tenant;
    this.resource = resource;
    this.tokens = tokens;
    this.throttle = throttle;
    this.faulty = faulty;
    this.journal = journal;
    this.cmdlets = new Cmdlets(tenant, resource, links);
    this.label = resource.name().toLowerCase(Locale.ROOT) + ":";
  }

  /** The host that everybody knows: it sends callers of the module file to their region. */
  Service front(String regional) {
    return call -> {
      String operation = AdminPath.of(call).operation();
      boolean discovery = operation.equals("EXOModuleFile") || operation.startsWith("EXOBanner");
      if (discovery) {
        return faulty.answer(label + operation, call, c -> Answer.redirect(regional + c.path()));
      }
      return resource == Resource.COMPLIANCE
          ? Answer.redirect(regional + call.path())
          : answer(call);
    };
  }

  /** The regional host. */
  Answer answer(Call call) {
    String operation = AdminPath.of(call).operation();
    if (call.method().equals("GET") && operation.equals("EXOModuleFile")) {
      return faulty.answer(label + operation, call, this::moduleFile);
    }
    if (call.method().equals("GET") && operation.startsWith("EXOBanner")) {
      return faulty.answer(
          label + "EXOBanner", call, c -> ExchangeErrors.json(200, Json.object().put("value", "")));
    }
    if (!call.method().equals("POST")) {
      journal.refuse(call.method() + " " + label + operation);
      return ExchangeErrors.forbidden();
    }
    if (AdminPath.of(call).version().equals("v2.0") && resource == Resource.EXCHANGE) {
      return adminApi(call, operation);
    }
    return switch (operation) {
      case "InvokeCommand" -> invoke(call);
      case "$batch" -> faulty.answer(label + "$batch", call, c -> ExchangeBatch.answer(c, this));
      default -> Answer.text(404, "text/html", "<html></html>");
    };
  }

  /** Runs one cmdlet, which may come out of a batch. */
  Answer invoke(Call call) {
    Optional<CmdletCall> read = CmdletCall.read(call.body());
    if (read.isEmpty()) {
      return malformed();
    }
    CmdletCall cmdlet = read.get();
    if (!cmdlet.reads()) {
      journal.refuse(label + cmdlet.cmdlet());
      return ExchangeErrors.forbidden();
    }
    return faulty.answer(label + cmdlet.cmdlet(), call, (c, fault) -> allowed(c, cmdlet, fault));
  }

  private Answer allowed(Call call, CmdletCall cmdlet, Optional<Fault> fault) {
    Optional<Application> application = application(call, "Exchange.ManageAsApp");
    if (application.isEmpty()) {
      return ExchangeErrors.unauthorized();
    }
    List<String> exposed = exposed(application.get());
    if (exposed.stream().noneMatch(cmdlet.cmdlet()::equalsIgnoreCase)) {
      return ExchangeErrors.forbidden();
    }
    if (resource == Resource.COMPLIANCE
        && !call.header("X-AnchorMailbox", "")
            .equalsIgnoreCase(SYSTEM_MAILBOX + tenant.initialDomain())) {
      return ExchangeErrors.invalidOperation(
          "The anchor mailbox does not belong to this organization.", "System.Exception");
    }
    throttle.work(
        SERVICE_TIME.getOrDefault(cmdlet.cmdlet().toLowerCase(Locale.ROOT), Duration.ZERO));
    String context =
        "https://outlook.office365.com/adminapi/beta/"
            + tenant.tenantId()
            + "/$metadata#Collection(Exchange.GenericHashTable)";
    return cmdlets.run(call, AdminPath.of(call).tenant(), cmdlet, fault, context);
  }

  private Answer adminApi(Call call, String endpoint) {
    Optional<CmdletCall> cmdlet = CmdletCall.read(call.body());
    Optional<AdminApiEndpoint> known = AdminApiEndpoint.named(endpoint);
    if (known.isEmpty()) {
      return Answer.text(404, "text/html", "<html></html>");
    }
    if (cmdlet.isEmpty() || !cmdlet.get().cmdlet().equalsIgnoreCase(known.get().cmdlet())) {
      cmdlet.filter(c -> !c.reads()).ifPresent(c -> journal.refuse("adminApi:" + c.cmdlet()));
      return malformed();
    }
    String context =
        "https://outlook.office365.com/adminapi/v2.0/"
            + tenant.tenantId()
            + "/$metadata#"
            + endpoint;
    return faulty.answer(
        "adminApi:" + endpoint,
        call,
        (c, fault) ->
            application(c, "Exchange.ManageAsAppV2").isEmpty()
                ? ExchangeErrors.unauthorized()
                : cmdlets.run(
                    known.get().trimmed(c),
                    AdminPath.of(c).tenant(),
                    cmdlet.get(),
                    fault,
                    context));
  }

  private Answer moduleFile(Call call) {
    Optional<Application> application = application(call, "Exchange.ManageAsApp");
    if (application.isEmpty()) {
      return ExchangeErrors.unauthorized();
    }
    List<String> exposed = exposed(application.get());
    if (exposed.isEmpty()) {
      return ExchangeErrors.forbidden();
    }
    ObjectNode body = Json.object();
    body.put(
        "@odata.context",
        "https://outlook.office365.com/adminapi/v1.0/" + tenant.tenantId() + "/$metadata");
    body.putArray("value").addObject().put("exportedCmdlets", String.join(",", exposed));
    return Answer.json(200, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer malformed() {
    return ExchangeErrors.invalidOperation(
        "The property 'Parameters' or 'CmdletName' of CmdletInput is missing or null.",
        "Microsoft.OData.ODataException");
  }

  private Optional<Application> application(Call call, String role) {
    return tokens
        .judge(call, resource)
        .caller()
        .filter(caller -> caller.permissions().contains(role))
        .flatMap(
            caller ->
                tenant.applications().stream()
                    .filter(one -> one.clientId().equals(caller.clientId()))
                    .findFirst());
  }

  private List<String> exposed(Application application) {
    return resource == Resource.COMPLIANCE
        ? application.complianceCmdlets()
        : application.cmdlets();
  }
}
