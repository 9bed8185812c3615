package dev.sigillo.collect.dns;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Fetches policy files of MTA-STS (RFC 8461 section 3.3). Safe for use by several threads. */
public final class PolicyFiles {
  private static final int MAX_BYTES = 64 << 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient client;
  private final UnaryOperator<URI> route;
  private final Duration timeout;
  private final InstantSource clock;

  /** Fetches where the RFC says, trusting the authorities that the JVM trusts. */
  public PolicyFiles(InstantSource clock) {
    this(
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build(),
        url -> url,
        TIMEOUT,
        clock);
  }

  /**
   * Fetches with a client of one's own.
   *
   * @param client must follow no redirects (RFC 8461 section 3.3)
   * @param route where a URL is really asked for: elsewhere for a tenant that is simulated
   */
  public PolicyFiles(HttpClient client, UnaryOperator<URI> route, InstantSource clock) {
    this(client, route, TIMEOUT, clock);
  }

  PolicyFiles(HttpClient client, UnaryOperator<URI> route, Duration timeout, InstantSource clock) {
    this.client = client;
    this.route = route;
    this.timeout = timeout;
    this.clock = clock;
  }

  static URI url(String domain) {
    return URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt");
  }

  /** What the domain's policy server says. */
  FetchedPolicy fetch(String domain) {
    URI url = url(domain);
    if (url.getHost() == null) {
      return failed(domain, url, "NETWORK", "no name of a host");
    }
    HttpRequest request =
        HttpRequest.newBuilder(route.apply(url)).header("Accept", "text/plain").build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, info -> new CappedBody(MAX_BYTES));
    try {
      return response(domain, url, coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      coming.cancel(true);
      return failed(domain, url, "TIMEOUT", null);
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      return failed(domain, url, "NETWORK", "interrupted");
    } catch (ExecutionException e) {
      return failed(domain, url, status(e), reason(e));
    }
  }

  private FetchedPolicy response(String domain, URI url, HttpResponse<byte[]> response) {
    int code = response.statusCode();
    byte[] octets = response.body();
    String body = code == 200 && octets.length <= MAX_BYTES ? utf8(octets) : null;
    String status =
        code != 200
            ? "HTTP_STATUS"
            : octets.length > MAX_BYTES ? "TOO_LARGE" : body == null ? "MALFORMED" : "OK";
    return new FetchedPolicy(
        domain,
        url.toString(),
        status,
        status.equals("MALFORMED") ? "not UTF-8" : null,
        code,
        response.headers().firstValue("Content-Type").orElse(null),
        body,
        clock.instant());
  }

  private static @Nullable String utf8(byte[] octets) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private FetchedPolicy failed(String domain, URI url, String status, @Nullable String reason) {
    return new FetchedPolicy(
        domain, url.toString(), status, reason, 0, null, null, clock.instant());
  }

  private static String status(ExecutionException e) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        return "CERTIFICATE";
      }
      if (cause instanceof HttpTimeoutException) {
        return "TIMEOUT";
      }
    }
    return "NETWORK";
  }

  /** The innermost message that says something. */
  private static @Nullable String reason(ExecutionException e) {
    String reason = null;
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      reason = cause.getMessage() == null ? reason : cause.getMessage();
    }
    return reason;
  }
}
