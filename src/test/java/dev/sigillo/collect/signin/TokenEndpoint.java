package dev.sigillo.collect.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.sigillo.collect.run.Cloud;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Issues tokens as Entra ID does, to one application of one tenant. */
final class TokenEndpoint implements HttpHandler {
  static final String TENANT = "a0000000-0000-4000-8000-00000000000a";
  static final String CLIENT = "c0000000-0000-4000-8000-00000000000c";
  static final String SECRET = "Geheim~8Q.and-more_of_it";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final List<Map<String, String>> asked = new CopyOnWriteArrayList<>();
  private final List<String> issued = new CopyOnWriteArrayList<>();
  private @Nullable X509Certificate certificate;
  private @Nullable String refusal;
  private String tokensOf = TENANT;

  /** Takes assertions that this certificate's key signed. */
  void trust(X509Certificate trusted) {
    certificate = trusted;
  }

  /** Refuses everybody, with these words. */
  void refuse(String words) {
    refusal = words;
  }

  void issueTokensOf(String tenant) {
    tokensOf = tenant;
  }

  /** Forms that were posted for a token. */
  List<Map<String, String>> asked() {
    return asked;
  }

  List<String> issued() {
    return issued;
  }

  static Cloud cloud(URI base) {
    Cloud global = Cloud.of("global").orElseThrow();
    return new Cloud("test", base, global.graph(), global.exchange(), global.compliance());
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    Map<String, String> form =
        form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    if (path.endsWith("/openid-configuration")) {
      configuration(exchange, path.split("/", -1)[1]);
    } else if (path.endsWith("/devicecode")) {
      answer(
          exchange,
          200,
          JSON.createObjectNode()
              .put("user_code", "ABCD1234")
              .put("device_code", "device")
              .put("verification_uri", "https://login.test/device")
              .put("expires_in", 60)
              .put("interval", 1)
              .put("message", "Type ABCD1234 at https://login.test/device"));
    } else if (path.endsWith("/token") && exchange.getRequestMethod().equals("POST")) {
      asked.add(form);
      token(exchange, form);
    } else if (path.endsWith("/msi/token")) {
      Map<String, String> query = form(exchange.getRequestURI().getQuery());
      answer(
          exchange,
          200,
          JSON.createObjectNode()
              .put("access_token", issue(query.getOrDefault("resource", ""), null))
              .put("expires_on", "4102444800")
              .put("resource", query.get("resource"))
              .put("token_type", "Bearer"));
    } else {
      answer(exchange, 404, JSON.createObjectNode().put("error", path));
    }
  }

  private void configuration(HttpExchange exchange, String tenant) throws IOException {
    if (!List.of(TENANT, "contoso.onmicrosoft.com").contains(tenant)) {
      answer(exchange, 400, error("AADSTS90002: Tenant '" + tenant + "' not found. Trace ID: 1"));
      return;
    }
    String base = "https://" + exchange.getRequestHeaders().getFirst("Host") + "/" + TENANT;
    answer(
        exchange,
        200,
        JSON.createObjectNode()
            .put("issuer", base + "/v2.0")
            .put("token_endpoint", base + "/oauth2/v2.0/token")
            .put("authorization_endpoint", base + "/oauth2/v2.0/authorize")
            .put("device_authorization_endpoint", base + "/oauth2/v2.0/devicecode"));
  }

  private void token(HttpExchange exchange, Map<String, String> form) throws IOException {
    String grant = form.getOrDefault("grant_type", "");
    boolean person = !grant.equals("client_credentials");
    if (refusal != null) {
      answer(exchange, 401, error(refusal));
    } else if (!person && !SECRET.equals(form.get("client_secret")) && !signed(form)) {
      answer(exchange, 401, error("AADSTS7000215: Invalid client secret provided. Trace ID: 1"));
    } else {
      String user = person ? "admin@contoso.com" : null;
      String audience = form.getOrDefault("scope", "").split("/\\.default", -1)[0];
      answer(exchange, 200, tokens(issue(audience, user), form.getOrDefault("scope", "")));
    }
  }

  private static ObjectNode tokens(String token, String scope) {
    ObjectNode client = JSON.createObjectNode().put("uid", "u").put("utid", TENANT);
    return JSON.createObjectNode()
        .put("token_type", "Bearer")
        .put("scope", scope)
        .put("expires_in", 3599)
        .put("access_token", token)
        .put("refresh_token", "refresh")
        .put("id_token", token)
        .put(
            "client_info",
            Base64.getUrlEncoder()
                .encodeToString(client.toString().getBytes(StandardCharsets.UTF_8)));
  }

  private String issue(String audience, @Nullable String user) {
    ObjectNode claims =
        JSON.createObjectNode()
            .put("aud", audience)
            .put("tid", tokensOf)
            .put("appid", CLIENT)
            .put("app_displayname", "Sigillo audit")
            .put("oid", "o0000000")
            .put("exp", 4102444800L);
    if (user == null) {
      claims.putArray("roles").add("User.Read.All").add("Domain.Read.All");
      claims.putArray("wids").add("f2ef992c-3afb-46b9-b7cf-a126ee74c451");
    } else {
      claims.put("upn", user).put("preferred_username", user).put("scp", "User.Read Mail.Read");
    }
    String token = "eyJhbGciOiJub25lIn0." + base64(claims.toString()) + ".c2lnbmF0dXJl";
    issued.add(token);
    return token;
  }

  private boolean signed(Map<String, String> form) {
    String assertion = form.get("client_assertion");
    if (assertion == null || certificate == null) {
      return false;
    }
    String[] parts = assertion.split("\\.", -1);
    try {
      JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initVerify(certificate);
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      return signature.verify(Base64.getUrlDecoder().decode(parts[2]))
          && claims.path("sub").asText().equals(CLIENT)
          && claims.path("aud").asText().endsWith("/" + TENANT + "/oauth2/v2.0/token");
    } catch (GeneralSecurityException | IOException e) {
      return false;
    }
  }

  private static ObjectNode error(String words) {
    return JSON.createObjectNode().put("error", "invalid_client").put("error_description", words);
  }

  private static void answer(HttpExchange exchange, int status, ObjectNode body)
      throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Map<String, String> form(@Nullable String text) {
    Map<String, String> form = new HashMap<>();
    for (String pair : new ArrayList<>(Arrays.asList(String.valueOf(text).split("&", -1)))) {
      String[] parts = pair.split("=", 2);
      form.put(
          parts[0], parts.length == 1 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
    }
    return form;
  }

  private static String base64(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
