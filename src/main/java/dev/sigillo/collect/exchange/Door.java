package dev.sigillo.collect.exchange;

import com.azure.core.credential.TokenCredential;
import com.azure.core.exception.ClientAuthenticationException;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Workload;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How one service is spoken to: token, region, time-outs, and what its refusals mean. */
final class Door {
  private static final int MOST_ERROR_BYTES = 1 << 20;
  private static final int NOT_SIGNED_IN = 401;

  private final HttpClient http;
  private final Timeouts timeouts;
  private final Tokens tokens;
  private final Hosts hosts;
  private final URI front;
  private final String tenant;
  private final Workload workload;
  private @Nullable URI regional;

  /** Makes something of the body of an answer. */
  interface Body<T> {
    T read(InputStream body) throws IOException;
  }

  /**
   * An answer.
   *
   * @param requestId the service's own
   * @param date the service's own
   */
  record Answered<T>(T value, @Nullable String requestId, @Nullable String date) {}

  Door(
      HttpClient http,
      Timeouts timeouts,
      TokenCredential credential,
      Cloud.Service service,
      String tenant,
      Workload workload) {
    this.http = http;
    this.timeouts = timeouts;
    this.tokens = new Tokens(credential, service.scope());
    this.front = service.base();
    this.hosts = new Hosts(front);
    this.tenant = tenant;
    this.workload = workload;
  }

  Workload workload() {
    return workload;
  }

  /** Where an operation of the tenant's is. */
  URI url(String version, String operation) throws InterruptedException {
    return URI.create("%s/adminapi/%s/%s/%s".formatted(region(), version, tenant, operation));
  }

  /** A link of the service's own. */
  URI link(String link) {
    try {
      return hosts.allowed(URI.create(link));
    } catch (IllegalArgumentException e) {
      throw new ServiceException(
          Kind.BROKEN, "%s: the link to more rows is none".formatted(Hosts.host(front)));
    }
  }

  /** Asks once; twice when the token was not accepted and there is another. */
  <T> Answered<T> send(HttpRequest.Builder request, Body<T> body) throws InterruptedException {
    HttpResponse<InputStream> response = open(request);
    String host = Hosts.host(response.uri());
    try (InputStream stream = new WatchedStream(response.body(), timeouts)) {
      int status = response.statusCode();
      String type = response.headers().firstValue("Content-Type").orElse("no content type");
      if (status != 200) {
        throw refusal(response, stream, type);
      }
      if (!isJson(type)) {
        throw new ServiceException(
            Kind.BROKEN,
            "HTTP 200 with %s instead of JSON from %s".formatted(Refusals.line(type), host));
      }
      return new Answered<>(
          body.read(stream),
          response.headers().firstValue("request-id").orElse(null),
          response.headers().firstValue("Date").orElse(null));
    } catch (IOException e) {
      throw broken(host, e);
    }
  }

  /** The regional host, asked for once. */
  private synchronized URI region() throws InterruptedException {
    URI known = regional;
    if (known == null) {
      URI file = URI.create("%s/AdminApi/v1.0/%s/EXOModuleFile".formatted(front, tenant));
      HttpResponse<InputStream> response = open(HttpRequest.newBuilder(file).GET());
      try (InputStream stream = new WatchedStream(response.body(), timeouts)) {
        int status = response.statusCode();
        if (status == 429 || status >= 500) {
          throw refusal(response, stream, "");
        }
        String location = response.headers().firstValue("Location").orElse("");
        known = status / 100 == 3 && !location.isEmpty() ? region(location) : front;
        regional = known;
      } catch (IOException e) {
        throw broken(Hosts.host(front), e);
      }
    }
    return known;
  }

  private URI region(String location) {
    try {
      return hosts.regional(front.resolve(location));
    } catch (IllegalArgumentException e) {
      throw new ServiceException(
          Kind.BROKEN, "%s: the region is no host".formatted(Hosts.host(front)));
    }
  }

  private HttpResponse<InputStream> open(HttpRequest.Builder request) throws InterruptedException {
    String token = token(tokens::get);
    HttpResponse<InputStream> response = open(request, token);
    if (response.statusCode() == NOT_SIGNED_IN) {
      Long second = second(response.headers().firstValue("Date").orElse(null));
      String other = token(() -> tokens.instead(token, second));
      if (other != null) {
        close(response);
        return open(request, other);
      }
    }
    return response;
  }

  /**
   * Another token after an answer that was given with this one, and not accepted.
   *
   * @param date the answer's own
   * @return whether there is another
   */
  boolean renew(String refused, @Nullable String date) throws InterruptedException {
    Long second = second(date);
    return token(() -> tokens.instead(refused, second)) != null;
  }

  private static @Nullable Long second(@Nullable String date) {
    Instant at = Refusals.date(date);
    return at == null ? null : at.getEpochSecond();
  }

  /** The token now in use. */
  String token() throws InterruptedException {
    return token(tokens::get);
  }

  private <T extends @Nullable String> T token(Supplier<T> source) throws InterruptedException {
    try {
      return source.get();
    } catch (ServiceException e) {
      throw e;
    } catch (RuntimeException e) {
      if (Thread.interrupted()) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      String said = Refusals.line(String.valueOf(e.getMessage()));
      boolean refused = e instanceof ClientAuthenticationException || said.contains("AADSTS");
      throw new ServiceException(refused ? Kind.UNAUTHORIZED : Kind.BROKEN, said);
    }
  }

  private HttpResponse<InputStream> open(HttpRequest.Builder request, String token)
      throws InterruptedException {
    HttpRequest whole =
        request
            .setHeader("Authorization", "Bearer " + token)
            .setHeader("Accept", "application/json")
            .setHeader("client-request-id", UUID.randomUUID().toString())
            .timeout(timeouts.begin())
            .build();
    try {
      return http.send(whole, HttpResponse.BodyHandlers.ofInputStream());
    } catch (IOException e) {
      throw broken(Hosts.host(whole.uri()), e);
    }
  }

  private static ServiceException refusal(
      HttpResponse<InputStream> response, InputStream body, String type) throws IOException {
    int status = response.statusCode();
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    response.headers().map().forEach((name, values) -> headers.put(name, values.get(0)));
    if (isJson(type)) {
      return Refusals.of(status, headers, ReplyReader.error(body.readNBytes(MOST_ERROR_BYTES)));
    }
    String from = "%s from %s".formatted(Refusals.line(type), Hosts.host(response.uri()));
    if (status / 100 == 3) {
      return new ServiceException(Kind.BROKEN, "HTTP %d, a redirect, %s".formatted(status, from));
    }
    ServiceException bare = Refusals.of(status, headers, null);
    return type.isEmpty()
        ? bare
        : new ServiceException(bare.kind(), bare.reason() + " with " + from, bare.retryAfter());
  }

  private static ServiceException broken(String host, IOException e) throws InterruptedException {
    if (Thread.interrupted()) {
      throw (InterruptedException) new InterruptedException().initCause(e);
    }
    return Refusals.broken(host, e);
  }

  private static void close(HttpResponse<InputStream> response) {
    try {
      response.body().close();
    } catch (IOException e) {
      // Nothing of it is needed.
    }
  }

  private static boolean isJson(String type) {
    return type.regionMatches(true, 0, "application/json", 0, "application/json".length());
  }
}
