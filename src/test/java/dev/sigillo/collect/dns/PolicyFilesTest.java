package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFilesTest {
  private static final String POLICY = "version: STSv1\r\nmode: enforce\r\nmx: mx.example\r\n";
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private static final ExecutorService THREADS = Executors.newCachedThreadPool();
  private static HttpsServer server;
  private static SSLContext trusting;

  @BeforeAll
  static void start(@TempDir Path folder)
      throws IOException, InterruptedException, GeneralSecurityException {
    trusting = certificate(folder.resolve("key.p12"));
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(trusting));
    server.setExecutor(THREADS);
    answer("/good", 200, POLICY.getBytes(StandardCharsets.UTF_8));
    answer("/missing", 404, new byte[0]);
    answer("/moved", 301, new byte[0]);
    answer("/large", 200, new byte[(64 << 10) + 1]);
    answer("/latin1", 200, new byte[] {(byte) 0xe9});
    server.createContext(
        "/slow",
        exchange -> {
          exchange.sendResponseHeaders(200, 10);
          exchange.getResponseBody().write('v');
          exchange.getResponseBody().flush();
        });
    server.start();
  }

  @AfterAll
  static void stop() {
    server.stop(0);
    THREADS.shutdownNow();
  }

  @Test
  void the_file_is_kept_word_for_word() {
    FetchedPolicy policy = fetch("good");
    assertThat(policy.status()).isEqualTo("OK");
    assertThat(policy.httpStatus()).isEqualTo(200);
    assertThat(policy.body()).isEqualTo(POLICY);
    assertThat(policy.contentType()).isEqualTo("text/plain");
    assertThat(policy.row().path("time").asText()).isEqualTo("1970-01-01T00:00:00Z");
    assertThat(policy.file().problem()).isEmpty();
  }

  @Test
  void another_status_is_kept_and_a_redirect_not_followed() {
    assertThat(fetch("missing").status()).isEqualTo("HTTP_STATUS");
    assertThat(fetch("missing").httpStatus()).isEqualTo(404);
    assertThat(fetch("moved").httpStatus()).isEqualTo(301);
    assertThat(fetch("moved").body()).isNull();
  }

  @Test
  void a_file_beyond_64_kib_is_not_read_on() {
    assertThat(fetch("large").status()).isEqualTo("TOO_LARGE");
  }

  @Test
  void a_file_that_is_not_utf8_is_malformed() {
    assertThat(fetch("latin1").status()).isEqualTo("MALFORMED");
  }

  @Test
  void a_file_that_does_not_end_is_a_time_out() {
    assertThat(fetch("slow").status()).isEqualTo("TIMEOUT");
  }

  @Test
  void a_certificate_that_nobody_vouches_for_is_told_as_such() {
    FetchedPolicy policy = files(HttpClient.newHttpClient(), server.getAddress()).fetch("good");
    assertThat(policy.status()).isEqualTo("CERTIFICATE");
    assertThat(policy.httpStatus()).isZero();
    assertThat(policy.file().problem()).startsWith("CERTIFICATE: ").contains("certification path");
  }

  @Test
  void nobody_listening_is_a_network_failure() {
    HttpClient client = HttpClient.newHttpClient();
    InetSocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    assertThat(files(client, nobody).fetch("good").status()).isEqualTo("NETWORK");
  }

  @Test
  void the_url_is_the_one_of_the_rfc() {
    assertThat(PolicyFiles.url("contoso.com"))
        .isEqualTo(URI.create("https://mta-sts.contoso.com/.well-known/mta-sts.txt"));
  }

  @Test
  void a_domain_that_names_no_host_has_no_file() {
    assertThat(new PolicyFiles(InstantSource.system()).fetch("_x.example").status())
        .isEqualTo("NETWORK");
  }

  private static FetchedPolicy fetch(String domain) {
    return files(HttpClient.newBuilder().sslContext(trusting).build(), server.getAddress())
        .fetch(domain);
  }

  private static PolicyFiles files(HttpClient client, InetSocketAddress at) {
    return new PolicyFiles(
        client,
        url ->
            URI.create(
                "https://localhost:"
                    + at.getPort()
                    + "/"
                    + url.getHost().replaceFirst("mta-sts\\.", "")),
        TIMEOUT,
        InstantSource.fixed(Instant.EPOCH));
  }

  private static void answer(String path, int status, byte[] body) {
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/plain");
          exchange.getResponseHeaders().add("Location", "/good");
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
  }

  /** A key of its own making, which only its own context trusts. */
  private static SSLContext certificate(Path file)
      throws IOException, InterruptedException, GeneralSecurityException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit")
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
    char[] password = "changeit".toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, password);
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, password);
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }
}
