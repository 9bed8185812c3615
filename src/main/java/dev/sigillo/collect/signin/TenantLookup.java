package dev.sigillo.collect.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.collect.run.Cloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the tenant that a GUID or a domain names, from its published OpenID configuration. */
final class TenantLookup {
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?");
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private TenantLookup() {}

  /**
   * The tenant's GUID.
   *
   * @param tenant GUID or one of its domains
   * @throws SignInException when there is none, or the authority cannot be reached
   */
  static String id(String tenant, Cloud cloud, Network network) {
    if (!NAME.matcher(tenant).matches() || (!tenant.contains(".") && !isGuid(tenant))) {
      throw new SignInException(
          "--tenant "
              + tenant
              + ": is neither a GUID nor a domain such as contoso.onmicrosoft.com");
    }
    URI url =
        URI.create(cloud.authority() + "/" + tenant + "/v2.0/.well-known/openid-configuration");
    HttpResponse<String> answer = get(url, network);
    JsonNode configuration = json(answer.body());
    if (answer.statusCode() == 200) {
      Matcher id = GUID.matcher(configuration.path("issuer").asText("").toLowerCase(Locale.ROOT));
      if (id.find()) {
        return id.group();
      }
    }
    String words = configuration.path("error_description").asText("");
    throw new SignInException(
        words.isEmpty()
            ? url.getHost()
                + ": answered "
                + answer.statusCode()
                + " when asked for the tenant "
                + tenant
                + ", without naming it"
            : Refusal.of(words, tenant, "", "the tenant"));
  }

  static boolean isGuid(String text) {
    return GUID.matcher(text.toLowerCase(Locale.ROOT)).matches();
  }

  private static HttpResponse<String> get(URI url, Network network) {
    HttpRequest request = HttpRequest.newBuilder(url).timeout(TIMEOUT).build();
    try {
      return network
          .httpClient()
          .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SignInException(Refusal.ofNetwork(e, url.getHost()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SignInException("Interrupted while the tenant was looked up");
    }
  }

  private static JsonNode json(String body) {
    try {
      return new ObjectMapper().readTree(body);
    } catch (IOException e) {
      return com.fasterxml.jackson.databind.node.MissingNode.getInstance();
    }
  }
}
