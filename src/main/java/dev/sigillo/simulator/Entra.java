package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Instant;
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
      case "v2.0/.well-known/openid-configuration" -> EntraMetadata.configuration(call, named);
      case "discovery/instance" -> EntraMetadata.instances(call, tenant.tenantId());
      case "discovery/v2.0/keys" -> EntraMetadata.keys(tokens.publicKey());
      default -> Answer.text(404, "text/html", "<html><body>Not found</body></html>");
    };
  }

  private Answer token(Call call, String named) {
    if (!call.method().equals("POST")) {
      return error(400, "invalid_request", 900561, "The endpoint only accepts POST requests.");
    }
    Map<String, String> form = Call.parameters(new String(call.body(), StandardCharsets.UTF_8));
    if (!knows(named)) {
      return unknownTenant(named);
    }
    Optional<Application> known = application(form);
    if (known.isEmpty()) {
      return unknownApplication(form);
    }
    return switch (form.getOrDefault("grant_type", "")) {
      case "client_credentials" -> ownToken(call, named, form, known.get());
      case DEVICE_CODE -> deviceToken(form, known.get());
      case "refresh_token" ->
          codes.refreshes(form.getOrDefault("refresh_token", ""))
              ? userToken(form, known.get())
              : error(400, "invalid_grant", 700082, "The refresh token has expired.");
      default ->
          error(
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
        return error(
            401,
            "invalid_client",
            700027,
            "The certificate with identifier used to sign the client assertion is not registered"
                + " on application. [Reason - The key was not found.]");
      }
    } else if (!application.secret().equals(form.get("client_secret"))) {
      return error(
          401,
          "invalid_client",
          7000215,
          "Invalid client secret provided. Ensure the secret being sent in the request is the"
              + " client secret value, not the client secret ID, for a secret added to app '"
              + application.clientId()
              + "'.");
    } else if (application.secretExpired()) {
      return error(
          401,
          "invalid_client",
          7000222,
          "The provided client secret keys for app '"
              + application.clientId()
              + "' are expired. Visit the Azure portal to create new keys for your app.");
    }
    Optional<Resource> resource = Resource.ofScope(form.getOrDefault("scope", ""));
    if (resource.isEmpty()) {
      return unknownResource(form);
    }
    ObjectNode answer = Json.object().put("token_type", "Bearer");
    answer.put("expires_in", options.tokenLifetime().toSeconds());
    answer.put("ext_expires_in", options.tokenLifetime().toSeconds());
    answer.put("access_token", tokens.forApplication(application, resource.get()));
    return json(200, answer);
  }

  private Answer device(Call call, String named) {
    Map<String, String> form = Call.parameters(new String(call.body(), StandardCharsets.UTF_8));
    if (!knows(named)) {
      return unknownTenant(named);
    }
    return application(form).isEmpty()
        ? unknownApplication(form)
        : json(200, codes.issue(call.origin()));
  }

  private Answer deviceToken(Map<String, String> form, Application application) {
    return switch (codes.poll(form.getOrDefault("device_code", ""))) {
      case PENDING ->
          error(
              400,
              "authorization_pending",
              70016,
              "OAuth 2.0 device flow error. Authorization is pending. Continue polling.");
      case UNKNOWN ->
          error(400, "bad_verification_code", 70019, "Verification code expired or unknown.");
      case DONE -> userToken(form, application);
    };
  }

  private Answer userToken(Map<String, String> form, Application application) {
    Optional<Resource> resource = Resource.ofScope(form.getOrDefault("scope", ""));
    if (resource.isEmpty()) {
      return unknownResource(form);
    }
    return json(
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

  private Answer unknownTenant(String named) {
    return error(
        400,
        "invalid_request",
        90002,
        "Tenant '"
            + named
            + "' not found. Check to make sure you have the correct tenant ID and are signing into"
            + " the correct cloud. Check with your subscription administrator, this may happen if"
            + " there are no active subscriptions for the tenant.");
  }

  private Answer unknownApplication(Map<String, String> form) {
    return error(
        400,
        "unauthorized_client",
        700016,
        "Application with identifier '"
            + form.getOrDefault("client_id", "")
            + "' was not found in the directory '"
            + tenant.displayName()
            + "'. This can happen if the application has not been installed by the administrator"
            + " of the tenant or consented to by any user in the tenant. You may have sent your"
            + " authentication request to the wrong tenant.");
  }

  private Answer unknownResource(Map<String, String> form) {
    return error(
        400,
        "invalid_resource",
        500011,
        "The resource principal named "
            + form.getOrDefault("scope", "")
            + " was not found in the tenant named "
            + tenant.displayName()
            + ".");
  }

  private Answer error(int status, String kind, int code, String words) {
    Instant now = options.clock().instant();
    String stamp = now.toString().substring(0, 19).replace('T', ' ') + "Z";
    ObjectNode body = Json.object().put("error", kind);
    body.put(
        "error_description",
        "AADSTS"
            + code
            + ": "
            + words
            + " Trace ID: 00000000-0000-0000-0000-000000000001 Correlation ID:"
            + " 00000000-0000-0000-0000-000000000002 Timestamp: "
            + stamp);
    ArrayNode codesOf = body.putArray("error_codes");
    codesOf.add(code);
    body.put("timestamp", stamp)
        .put("trace_id", "00000000-0000-0000-0000-000000000001")
        .put("correlation_id", "00000000-0000-0000-0000-000000000002")
        .put("error_uri", "https://login.microsoftonline.com/error?code=" + code);
    return json(status, body);
  }

  private static Answer json(int status, ObjectNode body) {
    return Answer.json(status, body.toString().getBytes(StandardCharsets.UTF_8))
        .with("Cache-Control", "no-store, no-cache");
  }
}
