package dev.sigillo.collect.dns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javax.net.ssl.SSLException;

/** Fetches policy files of MTA-STS (RFC 8461 section 3.3). Safe for use by several threads. */
public final class PolicyFiles {
  private static final int MAX_BYTES = 64 << 10;
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private final HttpClient client;
  private final Function<String, URI> urls;
  private final Duration timeout;
  private final InstantSource clock;

  /** Fetches where the RFC says, trusting the authorities that the JVM trusts. */
  public PolicyFiles(InstantSource clock) {
    this(
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(TIMEOUT)
            .build(),
        domain -> URI.create("https://mta-sts." + domain + "/.well-known/mta-sts.txt"),
        TIMEOUT,
        clock);
  }

  PolicyFiles(
      HttpClient client, Function<String, URI> urls, Duration timeout, InstantSource clock) {
    this.client = client;
    this.urls = urls;
    this.timeout = timeout;
    this.clock = clock;
  }

  /** A row of {@code web/mtaStsPolicy}. */
  ObjectNode fetch(String domain) {
    URI url = urls.apply(domain);
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("domain", domain).put("url", url.toString());
    HttpRequest request = HttpRequest.newBuilder(url).header("Accept", "text/plain").build();
    CompletableFuture<HttpResponse<byte[]>> coming =
        client.sendAsync(request, info -> new CappedBody(MAX_BYTES));
    try {
      response(row, coming.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException e) {
      coming.cancel(true);
      row.put("status", "TIMEOUT");
    } catch (InterruptedException e) {
      coming.cancel(true);
      Thread.currentThread().interrupt();
      row.put("status", "NETWORK").put("reason", "interrupted");
    } catch (ExecutionException e) {
      failed(row, e);
    }
    return row.put("time", clock.instant().toString());
  }

  private static void response(ObjectNode row, HttpResponse<byte[]> response) {
    row.put("httpStatus", response.statusCode());
    response.headers().firstValue("Content-Type").ifPresent(type -> row.put("contentType", type));
    if (response.statusCode() != 200) {
      row.put("status", "HTTP_STATUS");
    } else if (response.body().length > MAX_BYTES) {
      row.put("status", "TOO_LARGE");
    } else {
      try {
        String text =
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(response.body())).toString();
        row.put("status", "OK").put("body", text);
      } catch (CharacterCodingException e) {
        row.put("status", "MALFORMED").put("reason", "not UTF-8");
      }
    }
  }

  private static void failed(ObjectNode row, ExecutionException e) {
    String status = "NETWORK";
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SSLException) {
        status = "CERTIFICATE";
      } else if (cause instanceof java.net.http.HttpTimeoutException) {
        status = "TIMEOUT";
      }
      if (cause.getMessage() != null) {
        row.put("reason", cause.getMessage());
      }
    }
    row.put("status", status);
  }
}
