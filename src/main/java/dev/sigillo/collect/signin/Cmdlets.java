package dev.sigillo.collect.signin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.collect.run.Cloud;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Cmdlets that a service lets the identity run, as the module of PowerShell asks for them.
 *
 * @param names none when the service did not say
 * @param problem why it did not; null when it did
 */
record Cmdlets(SortedSet<String> names, @Nullable String problem) {
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final String FILE = "%s/AdminApi/v1.0/%s/EXOModuleFile%s";

  /** Verbs of cmdlets that leave everything as it is. */
  private static final Set<String> READING =
      Set.of(
          "get",
          "search",
          "test",
          "find",
          "export",
          "preview",
          "validate",
          "compare",
          "measure",
          "trace",
          "expand");

  Cmdlets {
    TreeSet<String> copy = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    copy.addAll(names);
    names = java.util.Collections.unmodifiableSortedSet(copy);
  }

  static Cmdlets unknown(String problem) {
    return new Cmdlets(new TreeSet<>(), problem);
  }

  /** Asks the service. */
  static Cmdlets of(Cloud.Service service, String tenantId, String token, Network network) {
    URI front = service.base();
    try {
      HttpResponse<String> first = get(FILE.formatted(front, tenantId, ""), token, network);
      String base = first.statusCode() / 100 == 3 ? region(front, first) : front.toString();
      HttpResponse<String> answer =
          get(FILE.formatted(base, tenantId, "?Version=3.9.2"), token, network);
      return switch (answer.statusCode()) {
        case 200 -> new Cmdlets(read(answer.body()), null);
        case 401 -> unknown("the token is not accepted: Exchange.ManageAsApp is not consented to");
        case 403 -> unknown("no role in Entra ID or Exchange Online: it exposes no cmdlet");
        default -> unknown("HTTP " + answer.statusCode() + " from " + front.getHost());
      };
    } catch (IOException e) {
      return unknown(Refusal.ofNetwork(e, front.getHost()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unknown("interrupted");
    }
  }

  /** Those of them that may change something: all that are not known to read. */
  List<String> changing() {
    return names.stream()
        .filter(n -> !READING.contains(n.split("-", 2)[0].toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static HttpResponse<String> get(String url, String token, Network network)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Accept", "application/json")
            .header("CommandName", "*")
            .timeout(TIMEOUT)
            .build();
    return network.httpClient().send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** The region's host, below the service's own name: a redirect elsewhere gets no token. */
  private static String region(URI front, HttpResponse<String> redirect) {
    URI to = front.resolve(redirect.headers().firstValue("Location").orElse(""));
    String host = String.valueOf(to.getHost());
    if (host.equals(front.getHost())) {
      return to.getScheme() + "://" + to.getAuthority();
    }
    return "https://" + host.split("\\.", 2)[0] + "." + front.getHost();
  }

  private static TreeSet<String> read(String body) throws IOException {
    TreeSet<String> names = new TreeSet<>();
    JsonNode value = new ObjectMapper().readTree(body).path("value");
    for (JsonNode module : value.isArray() ? value : List.of(value)) {
      String exported = module.path("exportedCmdlets").asText("");
      Arrays.stream(exported.split("[,\\s]+")).filter(n -> !n.isEmpty()).forEach(names::add);
    }
    return names;
  }
}
