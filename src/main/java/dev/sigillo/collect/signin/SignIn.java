package dev.sigillo.collect.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.sigillo.collect.run.Cloud;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** An identity that is signed in to one tenant. Safe for use by several threads. */
public final class SignIn {
  private final Cloud cloud;
  private final String tenantId;
  private final TokenCredential credential;

  /**
   * Where and as who.
   *
   * @param cloud the tenant is in
   * @param tenant its GUID, or one of its domains
   * @param method how the identity proves who it is
   */
  public record Request(Cloud cloud, String tenant, Method method) {}

  /**
   * Whom it happens to.
   *
   * @param environment the process' variables, as Azure's libraries name them
   * @param prompt is shown the sentence with the code that a person types elsewhere
   */
  public record Surroundings(
      Map<String, String> environment, Consumer<String> prompt, InstantSource clock) {
    public Surroundings {
      environment = Map.copyOf(environment);
    }
  }

  /**
   * Looks the tenant up and gets ready. Tokens are asked for when they are needed.
   *
   * @throws SignInException when there is no such tenant, or the method's files cannot be used
   */
  public SignIn(Request request, Network network, Surroundings around) {
    cloud = request.cloud();
    tenantId = TenantLookup.id(request.tenant(), cloud, network);
    credential =
        new CheckedCredential(
            new Credentials(cloud, tenantId, network, around).of(request.method()),
            tenantId,
            around.clock(),
            (e, scopes) ->
                Refusal.of(
                    e,
                    tenantId,
                    String.valueOf(request.method().clientId()),
                    service(scopes),
                    cloud.authority().getHost()));
  }

  /** The tenant's GUID. */
  public String tenantId() {
    return tenantId;
  }

  /**
   * Gives tokens, of this tenant only. Throws {@link SignInException} when there is none, and
   * nothing else.
   */
  public TokenCredential credential() {
    return credential;
  }

  /**
   * What the token for a service says of its bearer.
   *
   * @throws SignInException when there is no token
   */
  public Identity identity(Cloud.Service service) {
    TokenRequestContext request = new TokenRequestContext().addScopes(service.scope());
    return Identity.of(credential.getTokenSync(request).getToken());
  }

  private String service(List<String> scopes) {
    if (scopes.contains(cloud.graph().scope())) {
      return "Microsoft Graph";
    }
    return scopes.contains(cloud.exchange().scope()) ? "Exchange Online" : "Security & Compliance";
  }
}
