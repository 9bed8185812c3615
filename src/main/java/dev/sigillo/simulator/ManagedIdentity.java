package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The token endpoint inside an Azure machine, as App Service has it: plain HTTP on loopback. */
final class ManagedIdentity implements Service {
  /** Value of the {@code X-IDENTITY-HEADER}, which the environment gives to a process. */
  static final String HEADER = "simulated-identity";

  private final SimulatedTenant tenant;
  private final SimulatorOptions options;
  private final Tokens tokens;

  ManagedIdentity(SimulatedTenant tenant, SimulatorOptions options, Tokens tokens) {
    this.tenant = tenant;
    this.options = options;
    this.tokens = tokens;
  }

  @Override
  public Answer answer(Call call) {
    if (!call.method().equals("GET")
        || !HEADER.equals(call.header("X-IDENTITY-HEADER"))
        || !call.query().containsKey("api-version")) {
      return problem(401, "The X-IDENTITY-HEADER or the api-version is wrong.");
    }
    Optional<Resource> resource = Resource.named(call.query().getOrDefault("resource", ""));
    if (resource.isEmpty() || tenant.applications().isEmpty()) {
      return problem(400, "The resource is unknown.");
    }
    Application application = tenant.applications().get(0);
    ObjectNode body = Json.object();
    body.put("access_token", tokens.forApplication(application, resource.get()));
    body.put(
        "expires_on",
        String.valueOf(options.clock().instant().plus(options.tokenLifetime()).getEpochSecond()));
    body.put("resource", resource.get().audience()).put("token_type", "Bearer");
    body.put("client_id", application.clientId());
    return Answer.json(200, body.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static Answer problem(int status, String words) {
    ObjectNode body = Json.object().put("statusCode", status).put("message", words);
    return Answer.json(status, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
