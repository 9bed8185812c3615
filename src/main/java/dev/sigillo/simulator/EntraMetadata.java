package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** What Entra says of itself: OpenID configuration, instance discovery, keys. */
final class EntraMetadata {
  private EntraMetadata() {}

  static Answer configuration(Call call, String named, String issuer) {
    String base = call.origin() + "/" + named;
    ObjectNode body = Json.object();
    body.put("token_endpoint", base + "/oauth2/v2.0/token");
    body.put("authorization_endpoint", base + "/oauth2/v2.0/authorize");
    body.put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode");
    body.put("jwks_uri", base + "/discovery/v2.0/keys");
    body.put("issuer", call.origin() + "/" + issuer + "/v2.0");
    body.putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("private_key_jwt");
    body.putArray("response_types_supported").add("code").add("id_token");
    body.putArray("scopes_supported").add("openid").add("profile").add("offline_access");
    return json(body);
  }

  static Answer instances(Call call, String tenantId) {
    String host = URI.create(call.origin()).getAuthority();
    ObjectNode body = Json.object();
    body.put(
        "tenant_discovery_endpoint",
        call.origin() + "/" + tenantId + "/v2.0/.well-known/openid-configuration");
    body.put("api-version", "1.1");
    ObjectNode self = body.putArray("metadata").addObject();
    self.put("preferred_network", host).put("preferred_cache", host);
    self.putArray("aliases").add(host);
    return json(body);
  }

  static Answer keys(ObjectNode key) {
    ObjectNode body = Json.object();
    body.putArray("keys").add(key);
    return json(body);
  }

  private static Answer json(ObjectNode body) {
    return Answer.json(200, body.toString().getBytes(StandardCharsets.UTF_8));
  }
}
