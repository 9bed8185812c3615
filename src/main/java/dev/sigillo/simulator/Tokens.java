package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Issues the tenant's access tokens and reads the ones that come back. */
final class Tokens {
  private static final String BEARER = "Bearer ";
  private static final int REMEMBERED = 1000;
  private static final String USER = "b0000000-0000-4000-8000-000000000001";

  /** Whose request it is. */
  record Caller(String clientId, Set<String> permissions) {
    boolean hasAny(List<String> needed) {
      return needed.stream().anyMatch(permissions::contains);
    }
  }

  /** Why a token is not taken. */
  enum Problem {
    MISSING,
    INVALID,
    AUDIENCE,
    EXPIRED
  }

  private final SimulatedTenant tenant;
  private final SimulatorOptions options;
  private final AccessTokens keys;

  /** By the whole header: the items of a batch share one, whose hash is taken once. */
  private final Map<String, Known> read = new ConcurrentHashMap<>();

  Tokens(SimulatedTenant tenant, SimulatorOptions options) throws GeneralSecurityException {
    this.tenant = tenant;
    this.options = options;
    this.keys = new AccessTokens();
  }

  ObjectNode publicKey() {
    return keys.publicKey();
  }

  String forApplication(Application application, Resource resource) {
    ObjectNode claims = claims(application, resource).put("idtyp", "app");
    claims.put("oid", application.objectId()).put("sub", application.objectId());
    List<String> roles = permissions(application, resource);
    if (!roles.isEmpty()) {
      ArrayNode granted = claims.putArray("roles");
      roles.forEach(granted::add);
    }
    ArrayNode directory = claims.putArray("wids");
    application.directoryRoles().forEach(directory::add);
    return keys.sign(claims);
  }

  /** A whole token answer for the person who used the device code. */
  ObjectNode forUser(Application application, Resource resource, String scope) {
    String name = "admin@" + tenant.initialDomain();
    ObjectNode claims = claims(application, resource);
    claims.put("oid", USER).put("sub", USER).put("upn", name).put("idtyp", "user");
    claims.put("scp", String.join(" ", permissions(application, resource)));
    ObjectNode identity = claims(application, resource).put("aud", application.clientId());
    identity.put("oid", USER).put("sub", USER).put("preferred_username", name);
    identity.put("name", "Administrator").put("ver", "2.0");
    ObjectNode client = Json.object().put("uid", USER).put("utid", tenant.tenantId());
    return Json.object()
        .put("token_type", "Bearer")
        .put("scope", scope)
        .put("expires_in", options.tokenLifetime().toSeconds())
        .put("ext_expires_in", options.tokenLifetime().toSeconds())
        .put("access_token", keys.sign(claims))
        .put("id_token", keys.sign(identity))
        .put(
            "client_info",
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(client.toString().getBytes(StandardCharsets.UTF_8)));
  }

  /** Whose token it is, or what is wrong with it: one of the two is there. */
  record Judged(Optional<Caller> caller, Optional<Problem> problem) {
    private static Judged wrong(Problem problem) {
      return new Judged(Optional.empty(), Optional.of(problem));
    }
  }

  /** Judges the token of a request to this resource. */
  Judged judge(Call call, Resource resource) {
    String header = call.header("Authorization", "");
    if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return Judged.wrong(Problem.MISSING);
    }
    Known known = read.get(header);
    if (known == null) {
      Optional<JsonNode> claims = keys.verified(header.substring(BEARER.length()).strip());
      if (claims.isEmpty()) {
        return Judged.wrong(Problem.INVALID);
      }
      known = known(claims.get());
      if (read.size() >= REMEMBERED) {
        read.clear();
      }
      read.put(header, known);
    }
    if (!resource.audience().equals(known.audience)) {
      return Judged.wrong(Problem.AUDIENCE);
    }
    return known.until <= call.at().getEpochSecond()
        ? Judged.wrong(Problem.EXPIRED)
        : new Judged(Optional.of(known.caller), Optional.empty());
  }

  /** A token that was read before. */
  private record Known(String audience, long until, Caller caller) {}

  private static Known known(JsonNode claims) {
    return new Known(claims.path("aud").asText(), claims.path("exp").asLong(), caller(claims));
  }

  private static Caller caller(JsonNode claims) {
    Set<String> permissions = new HashSet<>();
    claims.path("roles").forEach(role -> permissions.add(role.asText()));
    permissions.addAll(List.of(claims.path("scp").asText().split(" ", -1)));
    return new Caller(claims.path("appid").asText(), permissions);
  }

  private ObjectNode claims(Application application, Resource resource) {
    Instant now = options.clock().instant();
    return Json.object()
        .put("aud", resource.audience())
        .put("iss", "https://sts.windows.net/" + tenant.tenantId() + "/")
        .put("tid", tenant.tenantId())
        .put("appid", application.clientId())
        .put("app_displayname", application.displayName())
        .put("iat", now.getEpochSecond())
        .put("nbf", now.getEpochSecond())
        .put("exp", now.plus(options.tokenLifetime()).getEpochSecond());
  }

  private static List<String> permissions(Application application, Resource resource) {
    return resource == Resource.GRAPH ? application.graphRoles() : application.exchangeRoles();
  }
}
