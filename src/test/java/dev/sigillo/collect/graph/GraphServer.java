package dev.sigillo.collect.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.sigillo.collect.run.Cloud;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import reactor.core.publisher.Mono;

/** A server on loopback that says what a test wants. */
final class GraphServer implements AutoCloseable {
  private static final HeldCertificate CERTIFICATE =
      new HeldCertificate.Builder().addSubjectAlternativeName("localhost").build();
  private static final HandshakeCertificates SIDES =
      new HandshakeCertificates.Builder()
          .heldCertificate(CERTIFICATE)
          .addTrustedCertificate(CERTIFICATE.certificate())
          .build();

  private final HttpsServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<Asked> asked = new ArrayList<>();
  final AtomicInteger tokens = new AtomicInteger();
  final List<String> claims = new ArrayList<>();

  /**
   * A question that came.
   *
   * @param path and query, decoded
   */
  record Asked(String method, String path, Map<String, List<String>> headers, String body) {
    String header(String name) {
      return String.join(",", headers.getOrDefault(name, List.of()));
    }
  }

  /**
   * What is said.
   *
   * @param headers names and values in turn
   */
  record Said(int status, String body, List<String> headers) {
    Said(int status, String body, String... headers) {
      this(status, body, List.of(headers));
    }

    static Said json(String body) {
      return new Said(200, body, "Content-Type", "application/json;odata.metadata=minimal");
    }

    static Said error(int status, String code, String message) {
      String body = "{\"error\": {\"code\": \"%s\", \"message\": \"%s\"}}".formatted(code, message);
      return new Said(status, body, "Content-Type", "application/json");
    }

    Said with(String name, String value) {
      List<String> more = new ArrayList<>(headers);
      more.addAll(List.of(name, value));
      return new Said(status, body, List.copyOf(more));
    }
  }

  /** Says something. */
  interface Answering {
    Said answer(Asked asked);
  }

  private GraphServer(HttpsServer server) {
    this.server = server;
  }

  static GraphServer start(Answering answering) {
    try {
      InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      HttpsServer server = HttpsServer.create(any, 0);
      server.setHttpsConfigurator(new HttpsConfigurator(SIDES.sslContext()));
      GraphServer all = new GraphServer(server);
      server.setExecutor(all.threads);
      server.createContext("/", exchange -> all.handle(exchange, answering));
      server.start();
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Says these, one after the other, the last again and again; ORIGIN stands for itself. */
  static GraphServer saying(Said... answers) {
    Deque<Said> left = new ArrayDeque<>(Arrays.asList(answers));
    return start(
        asked -> {
          synchronized (left) {
            return left.size() > 1 ? left.remove() : left.element();
          }
        });
  }

  String origin() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  GraphClient client() {
    Cloud.Service service = new Cloud.Service(URI.create(origin()), "https://graph.microsoft.com");
    return new GraphClient(
        service,
        new Credential(),
        builder -> builder.sslSocketFactory(SIDES.sslSocketFactory(), SIDES.trustManager()),
        new GraphClient.Options(Duration.ofSeconds(1), 500, Duration.ofSeconds(5)));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange, Answering answering) throws IOException {
    try (exchange) {
      URI uri = exchange.getRequestURI();
      String path = uri.getPath() + (uri.getQuery() == null ? "" : "?" + uri.getQuery());
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Asked one =
          new Asked(
              exchange.getRequestMethod(), path, Map.copyOf(exchange.getRequestHeaders()), body);
      synchronized (asked) {
        asked.add(one);
      }
      Said said = answering.answer(one);
      for (int i = 0; i < said.headers().size(); i += 2) {
        exchange.getResponseHeaders().add(said.headers().get(i), said.headers().get(i + 1));
      }
      byte[] bytes = said.body().replace("ORIGIN", origin()).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(said.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  /** Gives token1, token2 and so on. */
  private final class Credential implements TokenCredential {
    @Override
    public Mono<AccessToken> getToken(TokenRequestContext request) {
      return Mono.fromSupplier(() -> getTokenSync(request));
    }

    @Override
    public AccessToken getTokenSync(TokenRequestContext request) {
      if (request.getClaims() != null) {
        claims.add(Objects.requireNonNull(request.getClaims()));
      }
      return new AccessToken(
          "token" + tokens.incrementAndGet(),
          OffsetDateTime.of(2999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC));
    }
  }
}
