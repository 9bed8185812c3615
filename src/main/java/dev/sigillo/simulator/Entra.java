package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Entra's token endpoint, for applications and for device codes. */
final class Entra implements Service {
  private static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";

  private final SimulatedTenant tenant;
  private final SimulatorOptions options;
  private final Tokens tokens;
  private final DeviceCodes codes;
  private final FaultyService faulty;

  Entra(SimulatedTenant tenant, SimulatorOptions options, Tokens tokens, FaultyService faulty) {
    this.tenant = tenant;
    this.options = options;
    this.tokens = tokens;
    this.codes = new DeviceCodes(options.clock());
    this.faulty = faulty;
  }

  @Override
  public Answer answer(Call call) {
    String[] path = call.path().split("/", -1);
    String rest = path.length < 3 ? "" : String.join("/", Arrays.copyOfRange(path, 2, path.length));
    String named = path.length < 2 ? "" : path[1].toLowerCase(Locale.ROOT);
    return switch (rest) {
      case "oauth2/v2.0/token" -> faulty.answer("token", call, c -> token(c, named));
      case "oauth2/v2.0/devicecode" -> faulty.answer("devicecode", call, c -> device(c, named));
      case "v2.0/.well-known/openid-configuration" ->
          knows(named)
              ? EntraMetadata.configuration(call, named, issuer(named))
              : EntraErrors.unknownTenant(call, named);
      case "discovery/instance" -> EntraMetadata.instances(call, tenant.tenantId());
      case "discovery/v2.0/keys" -> EntraMetadata.keys(tokens.publicKey());
      default -> Answer.text(404, "text/html", "<html><body>Not found</body></html>");
    };
  }

  private Answer token(Call call, String named) {
    if (!call.method().equals("POST")) {
      return EntraErrors.error(
          call, 400, "invalid_request", 900561, "The endpoint only accepts POST requests.");
    }
    Map<String, String> form = Call.parameters(new String(call.body(), StandardCharsets.UTF_8));
    if (!knows(named)) {
      return EntraErrors.unknownTenant(call, named);
    }
    Optional<Application> known = application(form);
    if (known.isEmpty()) {
      return EntraErrors.unknownApplication(call, form, tenant.displayName());
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> ownToken(call, named, form, known.get());
      case DEVICE_CODE -> deviceToken(call, form, known.get());
      case "refresh_token" ->
          codes.refreshes(form.getOrDefault("refresh_token", ""))
              ? userToken(call, form, known.get())
              : EntraErrors.error(
                  call, 400, "invalid_grant", 700082, "The refresh token has expired.");
      default ->
          EntraErrors.error(
              call,
              400,
              "unsupported_grant_type",
              70003,
              "The app requested an unsupported grant type '"
                  + form.getOrDefault("grant_type", "")
                  + "'.");
    };
  }

  private Answer ownToken(
      Call call, String named, Map<String, String> form, Application application) {
    if (form.containsKey("client_assertion")) {
      List<X509Certificate> certificates =
          options.certificates().getOrDefault(application.clientId(), List.of());
      String base = call.origin() + "/" + named;
      List<String> audiences =
          List.of(base + "/oauth2/v2.0/token", base + "/v2.0", base + "/oauth2/token");
      if (!ClientAssertion.accepted(
          form.get("client_assertion"),
          application.clientId(),
          audiences,
          certificates,
          options.clock().instant())) {
        return EntraErrors.error(
            call,
            401,
            "invalid_client",
            700027,
            "The certificate with identifier used to sign the client assertion is not registered"
                + " on application. [Reason - The key was not found.]");
      }
    } else if (!application.secret().equals(form.get("client_secret"))) {
      return EntraErrors.error(
          call,
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID, for a secret added to app '"
              + application.clientId()
              + "'.");
    } else if (application.secretExpired()) {
      return EntraErrors.error(
          call,
          401,
          "invalid_client",
          7000222,
          "The provided client secret keys for app '"
              + application.clientId()
              + "' are expired. Visit the Azure portal to create new keys for your app.");
    }
    Optional<Resource> resource = Resource.ofScope(form.getOrDefault("scope", ""));
    if (resource.isEmpty()) {
      return EntraErrors.unknownResource(call, form, tenant.displayName());
    }
    ObjectNode answer = Json.object().put("token_type", "Bearer");
    answer.put("expires_in", options.tokenLifetime().toSeconds());
    answer.put("ext_expires_in", options.tokenLifetime().toSeconds());
    answer.put("access_token", tokens.forApplication(application, resource.get()));
    return EntraErrors.json(200, answer);
  }

  private Answer device(Call call, String named) {
    Map<String, String> form = Call.parameters(new String(call.body(), StandardCharsets.UTF_8));
    if (!knows(named)) {
      return EntraErrors.unknownTenant(call, named);
    }
    return application(form).isEmpty()
        ? EntraErrors.unknownApplication(call, form, tenant.displayName())
        : EntraErrors.json(200, codes.issue(call.origin()));
  }

  private Answer deviceToken(Call call, Map<String, String> form, Application application) {
    return switch (codes.poll(form.getOrDefault("device_code", ""))) {
      case PENDING ->
          EntraErrors.error(
              call,
              400,
              "authorization_pending",
              70016,
              "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
      case UNKNOWN ->
          EntraErrors.error(
              call, 400, "bad_verification_code", 70019, "Verification code expired or unknown.");
      case DONE -> userToken(call, form, application);
    };
  }

  private Answer userToken(Call call, Map<String, String> form, Application application) {
    Optional<Resource> resource = Resource.ofScope(form.getOrDefault("scope", ""));
    if (resource.isEmpty()) {
      return EntraErrors.unknownResource(call, form, tenant.displayName());
    }
    return EntraErrors.json(
        200,
        tokens
            .forUser(application, resource.get(), form.getOrDefault("scope", ""))
            .put("refresh_token", codes.refreshToken()));
  }

  private Optional<Application> application(Map<String, String> form) {
    String id = form.getOrDefault("client_id", "");
    return tenant.applications().stream()
        .filter(application -> application.clientId().equalsIgnoreCase(id))
        .findFirst();
  }

  /** A domain's configuration names the tenant as its issuer. */
  private String issuer(String named) {
    return named.equals("common") || named.equals("organizations") ? named : tenant.tenantId();
  }

  private boolean knows(String named) {
    return named.equals(tenant.tenantId())
        || named.equalsIgnoreCase(tenant.initialDomain())
        || named.equals("common")
        || named.equals("organizations")
        || tenant
            .graph("domains")
            .map(rows -> rows.size() < 10_000 && holds(rows, named))
            .orElse(false);
  }

  private static boolean holds(Rows domains, String named) {
    for (long i = 0; i < domains.size(); i++) {
      if (named.equalsIgnoreCase(domains.get(i).path("id").asText())) {
        return true;
      }
    }
    return false;
  }
}
