package dev.sigillo.collect.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import dev.sigillo.collect.run.Cloud;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

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

  /**
   * What its tokens for Graph and Exchange Online say that it may: permissions by name, roles in
   * Entra ID after them. A service that gives no token adds nothing; reading from it says why.
   */
  public List<String> rights() {
    SortedSet<String> permissions = new TreeSet<>();
    SortedSet<String> roles = new TreeSet<>();
    for (Cloud.Service service : List.of(cloud.graph(), cloud.exchange())) {
      try {
        Identity identity = identity(service);
        permissions.addAll(identity.permissions());
        identity.roles().values().forEach(role -> roles.add("Entra ID: " + role.name()));
      } catch (SignInException e) {
        // Its datasets will be refused for the same reason.
      }
    }
    return Stream.concat(permissions.stream(), roles.stream()).toList();
  }

  private String service(List<String> scopes) {
    if (scopes.contains(cloud.graph().scope())) {
      return "Microsoft Graph";
    }
    return scopes.contains(cloud.exchange().scope()) ? "Exchange Online" : "Security & Compliance";
  }
}
