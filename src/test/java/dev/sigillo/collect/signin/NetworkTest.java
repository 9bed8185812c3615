package dev.sigillo.collect.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Proxy;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  private static final String LOGIN = "pro%40xy:p%3Aa+s%25s";
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder().encodeToString("pro@xy:p:a+s%s".getBytes(StandardCharsets.UTF_8));

  @TempDir private Path folder;
  private static SecureServer server;

  @BeforeAll
  static void serve() throws IOException {
    server =
        new SecureServer(
            exchange -> {
              exchange.getRequestBody().readAllBytes();
              byte[] hello = "hello".getBytes(StandardCharsets.UTF_8);
              exchange.sendResponseHeaders(200, hello.length);
              exchange.getResponseBody().write(hello);
              exchange.close();
            });
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void a_private_authority_is_refused_with_a_sentence() {
    Network network = new Network(Map.of(), null, List.of());

    assertThatThrownBy(() -> jdk(network, "localhost"))
        .hasMessageContaining("localhost: its certificate, issued by CN=Contoso Private CA")
        .hasMessageContaining("--ca-file");
    assertThat(network.issuers()).containsOnly(Map.entry("localhost", "CN=Contoso Private CA"));
  }

  @Test
  void a_private_authority_is_accepted_when_it_is_named_in_a_file() throws Exception {
    Path bundle = Files.writeString(folder.resolve("ca.pem"), "# ours\r\n" + server.authorityPem());
    Network network = new Network(Map.of(), bundle, List.of());

    assertThat(jdk(network, "localhost")).isEqualTo("hello");
    assertThat(okHttp(network, "localhost")).isEqualTo("hello");
    assertThat(azure(network, "localhost")).isEqualTo("hello");
    assertThat(network.issuers()).containsOnly(Map.entry("localhost", "CN=Contoso Private CA"));
  }

  @Test
  void a_certificate_for_another_host_is_refused() {
    Network network = new Network(Map.of(), null, List.of(server.authority()));

    assertThatThrownBy(() -> jdk(network, "127.0.0.1")).hasMessageContaining("127.0.0.1");
    assertThatThrownBy(() -> okHttp(network, "127.0.0.1")).hasMessageContaining("127.0.0.1");
  }

  @Test
  void a_file_without_certificates_is_refused() throws IOException {
    Path bundle = Files.writeString(folder.resolve("ca.pem"), "nothing");

    assertThatThrownBy(() -> new Network(Map.of(), bundle, List.of()))
        .isInstanceOf(SignInException.class)
        .hasMessage(
            bundle + ": holds no certificate; allowed: PEM with \"-----BEGIN CERTIFICATE-----\"");
    assertThatThrownBy(() -> new Network(Map.of(), folder.resolve("no.pem"), List.of()))
        .hasMessageContaining("does not exist (--ca-file)");
  }

  @Test
  void a_proxy_is_gone_through() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy(null)) {
      Network network = through("http://" + proxy.address());

      assertThat(jdk(network, "login.test")).isEqualTo("hello");
      assertThat(okHttp(network, "login.test")).isEqualTo("hello");
      assertThat(azure(network, "login.test")).isEqualTo("hello");
      assertThat(proxy.asked()).hasSize(3).containsOnly("login.test");
      assertThat(network.issuers()).containsOnlyKeys("login.test");
    }
  }

  @Test
  void a_proxy_that_wants_a_password_gets_it() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy(BASIC)) {
      Network network = through("http://" + LOGIN + "@" + proxy.address());

      assertThat(jdk(network, "login.test")).isEqualTo("hello");
      assertThat(okHttp(network, "login.test")).isEqualTo("hello");
      assertThat(azure(network, "login.test")).isEqualTo("hello");
      assertThat(proxy.asked()).hasSize(3);
    }
  }

  @Test
  void a_wrong_password_does_not_go_round_in_circles() throws Exception {
    try (ConnectProxy proxy = new ConnectProxy("Basic other")) {
      Network network = through("http://" + LOGIN + "@" + proxy.address());

      assertThatThrownBy(() -> jdk(network, "login.test")).isInstanceOf(IOException.class);
      assertThatThrownBy(() -> okHttp(network, "login.test"))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("authenticate with proxy");
      assertThat(proxy.asked()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ftp://user:geheim@proxy:1", "http://user:ge heim@proxy:1", "http://", "://x"})
  void a_proxy_that_cannot_be_used_is_refused_without_its_password(String url) {
    assertThatThrownBy(() -> Proxies.of(Map.of("HTTPS_PROXY", url)))
        .isInstanceOf(SignInException.class)
        .hasMessageStartingWith("HTTPS_PROXY: is no proxy's URL; allowed: http://HOST:PORT")
        .hasMessageNotContainingAny("heim", "user:ge")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "graph.microsoft.com, true",
    "intra.contoso.com, false",
    "contoso.com, false",
    "notcontoso.com, true",
    "exact.example, false",
    "localhost, false",
    "127.0.0.1, false",
    "169.254.169.254, false",
    "[::1], false",
    "10.1.1.1, true",
  })
  void hosts_without_a_proxy_are_known(String host, boolean proxied) {
    Proxies proxies =
        Proxies.of(
            Map.of("https_proxy", "proxy.example:3128", "NO_PROXY", ".Contoso.com, exact.example"));

    List<Proxy> chosen = proxies.select(URI.create("https://" + host + "/"));

    assertThat(chosen.get(0).equals(Proxy.NO_PROXY)).isEqualTo(!proxied);
  }

  private Network through(String proxy) {
    return new Network(Map.of("HTTPS_PROXY", proxy), null, List.of(server.authority()));
  }

  private String jdk(Network network, String host) throws Exception {
    return network
        .httpClient()
        .send(
            HttpRequest.newBuilder(server.uri(host)).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  private String okHttp(Network network, String host) throws IOException {
    OkHttpClient client = network.apply(new OkHttpClient.Builder()).build();
    Request request = new Request.Builder().url(server.uri(host).toURL()).build();
    try (Response response = client.newCall(request).execute()) {
      return response.body().string();
    }
  }

  private String azure(Network network, String host) throws IOException {
    var request =
        new com.azure.core.http.HttpRequest(
            com.azure.core.http.HttpMethod.GET, server.uri(host).toURL());
    try (var response = network.azureClient().sendSync(request, com.azure.core.util.Context.NONE)) {
      return response.getBodyAsBinaryData().toString();
    }
  }
}
