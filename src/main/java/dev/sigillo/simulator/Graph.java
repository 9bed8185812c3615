package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Microsoft Graph. */
final class Graph implements Service {
  private final SimulatedTenant tenant;
  private final Tokens tokens;
  private final Throttle throttle;
  private final FaultyService faulty;
  private final Journal journal;

  Graph(
      SimulatedTenant tenant,
      Tokens tokens,
      Throttle throttle,
      FaultyService faulty,
      Journal journal) {
    this.tenant = tenant;
    this.tokens = tokens;
    this.throttle = throttle;
    this.faulty = faulty;
    this.journal = journal;
  }

  @Override
  public Answer answer(Call call) {
    if (call.path().startsWith("/usage-report/")) {
      return report(call);
    }
    String path = path(call.path());
    if (path.equals("$batch") && call.method().equals("POST")) {
      return faulty.answer("graph:$batch", call, c -> GraphBatch.answer(c, this, throttle));
    }
    return one(call, true);
  }

  /** Answers a single request, which may come out of a batch. */
  Answer one(Call call, boolean alone) {
    String path = path(call.path());
    if (!call.method().equals("GET")) {
      journal.refuse(call.method() + " graph:" + path);
      return GraphErrors.error(
          call, 403, "Authorization_RequestDenied", "The simulated tenant takes reads only.");
    }
    return faulty.answer("graph:" + path, call, (c, fault) -> limited(c, path, fault, alone));
  }

  private Answer limited(Call call, String path, Optional<Fault> fault, boolean alone) {
    Tokens.Judged token = tokens.judge(call, Resource.GRAPH);
    if (token.caller().isEmpty()) {
      return unauthorized(call, token.problem().orElseThrow());
    }
    Tokens.Caller caller = token.caller().get();
    GraphResource resource = GraphResource.at(path);
    if (!caller.hasAny(resource.permissions())) {
      return GraphErrors.error(call, 403, resource.refusalCode(), resource.refusal());
    }
    Limit limit =
        call.query().getOrDefault("$select", "").contains("keyCredentials")
            ? Limit.KEY_CREDENTIALS
            : resource.limit();
    String key = key(limit, caller.clientId(), path);
    Optional<Long> wait = throttle.refused(limit, key);
    if (wait.isPresent()) {
      return throttled(call, limit, wait.get());
    }
    if (limit != Limit.OUTLOOK || !alone) {
      return allowed(call, path, resource, fault);
    }
    if (!throttle.enter(key, Limit.OUTLOOK_AT_ONCE)) {
      return throttled(call, limit, 1);
    }
    try {
      throttle.work(limit.serviceTime());
      return allowed(call, path, resource, fault);
    } finally {
      throttle.leave(key);
    }
  }

  private Answer allowed(Call call, String path, GraphResource resource, Optional<Fault> fault) {
    try {
      if (fault.isPresent()
          && fault.get().kind() == Fault.Kind.PAGE_EXPIRED
          && call.query().containsKey("$skiptoken")) {
        throw GraphQuery.expired();
      }
      if (path.equals("admin/exchange/tracing/messageTraces")) {
        TraceWindow.check(call);
      }
      if (path.endsWith("/$count")) {
        return count(call, path, resource);
      }
      Optional<Rows> rows = tenant.graph(path);
      if (rows.isPresent()) {
        return json(call, GraphAnswers.page(call, path, resource, rows.get(), fault));
      }
      Optional<ObjectNode> object = tenant.graphObject(path);
      if (object.isPresent()) {
        return json(call, GraphAnswers.object(call, path, resource, object.get()));
      }
      if (tenant.report(path).isPresent()) {
        return Answer.redirect(call.origin() + "/usage-report/" + path.replace("'", "%27"));
      }
      return GraphErrors.error(
          call, 400, "BadRequest", "Resource not found for the segment '" + path + "'.");
    } catch (ServiceRefusal refusal) {
      return GraphErrors.error(call, refusal.status(), refusal.code(), refusal.words());
    }
  }

  private Answer count(Call call, String path, GraphResource resource) {
    if (!call.header("ConsistencyLevel", "").equalsIgnoreCase("eventual")) {
      throw GraphQuery.bad("$count is not currently supported.");
    }
    String counted = path.substring(0, path.length() - "/$count".length());
    Rows rows = tenant.graph(counted).orElseThrow(() -> ServiceRefusal.noSuchResource(counted));
    GraphQuery query = GraphQuery.of(call, resource, counted);
    return Answer.text(200, "text/plain", String.valueOf(GraphAnswers.count(rows, query.filter())));
  }

  private Answer report(Call call) {
    return tenant
        .report(call.path().substring("/usage-report/".length()))
        .map(
            csv -> Answer.of(200, "application/octet-stream", csv.getBytes(StandardCharsets.UTF_8)))
        .orElseGet(() -> Answer.text(404, "text/html", "<html></html>"));
  }

  private static Answer throttled(Call call, Limit limit, long seconds) {
    Answer answer = GraphErrors.throttled(call);
    return limit.saysWhen() ? answer.with("Retry-After", String.valueOf(seconds)) : answer;
  }

  private static Answer unauthorized(Call call, Tokens.Problem problem) {
    String words =
        switch (problem) {
          case MISSING -> "Access token is empty.";
          case INVALID -> "IDX14100: JWT is not well formed.";
          case AUDIENCE -> "Access token validation failure. Invalid audience.";
          case EXPIRED -> "Lifetime validation failed, the token is expired.";
        };
    return GraphErrors.error(call, 401, "InvalidAuthenticationToken", words)
        .with("WWW-Authenticate", "Bearer realm=\"\"");
  }

  private static Answer json(Call call, byte[] body) {
    String id = GraphErrors.requestId(call);
    return Answer.of(
            200,
            "application/json;odata.metadata=minimal;odata.streaming=true;"
                + "IEEE754Compatible=false;charset=utf-8",
            body)
        .with("request-id", id)
        .with("client-request-id", call.header("client-request-id", id))
        .with("OData-Version", "4.0");
  }

  /** Whose requests are counted together. */
  private static String key(Limit limit, String clientId, String path) {
    return switch (limit) {
      case CONDITIONAL_ACCESS -> "tenant";
      case OUTLOOK, USAGE_REPORT -> clientId + " " + path.replaceFirst("^([^/]*/[^/]*).*", "$1");
      default -> clientId;
    };
  }

  private static String path(String whole) {
    String path = whole.startsWith("/") ? whole.substring(1) : whole;
    if (path.startsWith("v1.0/") || path.startsWith("beta/")) {
      return path.substring(5);
    }
    return path;
  }
}
