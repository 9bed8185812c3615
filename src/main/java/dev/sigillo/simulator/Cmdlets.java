package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** Runs cmdlets of the tenant and pages through their rows. */
final class Cmdlets {
  private static final String AUDIT_LOG = "Search-UnifiedAuditLog";
  private static final int MOST_EVENTS = 5000;
  private static final int EVENTS = 100;

  private final SimulatedTenant tenant;
  private final Resource resource;
  private final PageLinks links;

  /** How many events each search of the audit log has given so far, by its session. */
  private final Map<String, AtomicLong> sessions = new ConcurrentHashMap<>();

  Cmdlets(SimulatedTenant tenant, Resource resource, PageLinks links) {
    this.tenant = tenant;
    this.resource = resource;
    this.links = links;
  }

  /**
   * One page of a cmdlet's rows.
   *
   * @param named what the call's path names as tenant
   * @param context of the answer
   */
  Answer run(Call call, String named, CmdletCall cmdlet, Optional<Fault> fault, String context) {
    if (!named.equalsIgnoreCase(tenant.tenantId())
        && !named.equalsIgnoreCase(tenant.initialDomain())) {
      return ExchangeErrors.invalidOperation(
          "The specified tenant '" + named + "' was not found.", "System.Exception");
    }
    boolean expired =
        fault.filter(f -> f.kind() == Fault.Kind.PAGE_EXPIRED).isPresent()
            && call.query().containsKey("$skiptoken");
    Optional<CmdletAnswer.Position> at = links.position(call, cmdlet);
    if (expired || at.isEmpty()) {
      return ExchangeErrors.expiredPage();
    }
    try {
      CmdletCall whole = new CmdletCall(cmdlet.cmdlet(), cmdlet.parameters().deepCopy());
      Rows rows = rows(cmdlet);
      return new CmdletAnswer(cmdlet, isAuditLog(cmdlet))
          .page(
              call,
              rows,
              at.get(),
              fault,
              context,
              (from, given) -> links.link(call, whole, from, given));
    } catch (ServiceRefusal refusal) {
      return ExchangeErrors.refused(refusal);
    }
  }

  private Rows rows(CmdletCall cmdlet) {
    if (isAuditLog(cmdlet)) {
      return events(cmdlet);
    }
    ObjectNode asked = cmdlet.parameters().deepCopy();
    asked.remove(CmdletAnswer.HONOURED);
    return resource == Resource.COMPLIANCE
        ? tenant.complianceCmdlet(cmdlet.cmdlet(), asked)
        : tenant.cmdlet(cmdlet.cmdlet(), asked);
  }

  private boolean isAuditLog(CmdletCall cmdlet) {
    return cmdlet.cmdlet().equalsIgnoreCase(AUDIT_LOG) && resource == Resource.EXCHANGE;
  }

  /** The next events of a session, at most 5,000; without a session always the first ones. */
  private Rows events(CmdletCall cmdlet) {
    String session = cmdlet.take("SessionId").map(id -> id.asText()).orElse("");
    cmdlet.take("SessionCommand");
    int most = cmdlet.take("ResultSize").map(n -> n.asInt(MOST_EVENTS)).orElse(EVENTS);
    if (most < 1 || most > MOST_EVENTS) {
      throw new ServiceRefusal(
          400,
          "System.Management.Automation.ParameterBindingException",
          "Cannot bind parameter 'ResultSize' to the target: 1 to 5000 is allowed.");
    }
    Rows all = tenant.cmdlet(AUDIT_LOG, cmdlet.parameters());
    AtomicLong given = sessions.computeIfAbsent(session, k -> new AtomicLong());
    long from = session.isEmpty() ? 0 : given.getAndAdd(most);
    long size = Math.max(0, Math.min(most, all.size() - from));
    cmdlet.parameters().put("ResultSize", "Unlimited");
    return Rows.of(
        size,
        i -> all.get(from + i).put("ResultIndex", from + i + 1).put("ResultCount", all.size()));
  }
}
