package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A running simulator and a plain HTTP client that talks to it. */
final class Client implements AutoCloseable {
  final Hands clock = new Hands();
  final Simulator simulator;
  final Endpoints at;
  private final HttpClient http;

  /** A clock that tests move. */
  static final class Hands implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-24T03:00:00Z");

    @Override
    public Instant instant() {
      return now;
    }

    void pass(Duration time) {
      now = now.plus(time);
    }
  }

  Client(SimulatedTenant tenant) {
    this(tenant, Duration.ofSeconds(3599));
  }

  Client(SimulatedTenant tenant, Duration tokens) {
    try {
      simulator = Simulator.start(tenant, SimulatorOptions.at(clock).tokensFor(tokens));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    at = simulator.endpoints();
    http = HttpClient.newBuilder().sslContext(at.tls()).build();
  }

  @Override
  public void close() throws IOException {
    simulator.close();
  }

  String token(String resource) {
    return token(SmallTenant.CLIENT, SmallTenant.SECRET, resource);
  }

  String token(String client, String secret, String resource) {
    HttpResponse<byte[]> answer =
        form(
            at.authority() + "/" + SmallTenant.ID + "/oauth2/v2.0/token",
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                client,
                "client_secret",
                secret,
                "scope",
                resource + "/.default"));
    return json(answer).path("access_token").asText();
  }

  HttpResponse<byte[]> form(String url, Map<String, String> fields) {
    StringBuilder body = new StringBuilder();
    fields.forEach(
        (name, value) ->
            body.append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8))
                .append('&'));
    return send(
        HttpRequest.newBuilder(URI.create(url))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
  }

  HttpResponse<byte[]> graph(String path) {
    return graph(path, token("https://graph.microsoft.com"));
  }

  HttpResponse<byte[]> graph(String path, String token, String... headers) {
    String url = path.startsWith("https") ? path : at.graph() + "/v1.0/" + path;
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url.replace(" ", "%20")))
            .header("Authorization", "Bearer " + token);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return send(request);
  }

  HttpResponse<byte[]> exchange(String cmdlet, String parameters, Map<String, String> headers) {
    return exchange(
        "/adminapi/beta/" + SmallTenant.ID + "/InvokeCommand", cmdlet, parameters, headers);
  }

  HttpResponse<byte[]> exchange(
      String path, String cmdlet, String parameters, Map<String, String> headers) {
    return post(
        path.startsWith("https") ? path : at.exchange() + path,
        token("https://outlook.office365.com"),
        "{\"CmdletInput\":{\"CmdletName\":\"" + cmdlet + "\",\"Parameters\":" + parameters + "}}",
        headers);
  }

  HttpResponse<byte[]> post(String url, String token, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json; charset=utf-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    return send(request);
  }

  HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return http.send(
          request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  static JsonNode json(HttpResponse<byte[]> answer) {
    try {
      return Json.MAPPER.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
