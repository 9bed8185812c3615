package dev.sigillo.collect.signin;

import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.util.Configuration;
import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.X509TrustManager;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * The way to Microsoft: whose certificates are trusted, which proxy is between, how long to wait.
 * The same for every client, whichever library it comes from. Safe for use by several threads.
 */
public final class Network {
  private static final Duration CONNECT = Duration.ofSeconds(20);
  private static final Duration ANSWER = Duration.ofSeconds(60);

  private final Trust trust;
  private final SSLContext context;
  private final Proxies proxies;

  /**
   * A network.
   *
   * @param environment for {@code HTTPS_PROXY} and {@code NO_PROXY}
   * @param authorities PEM bundle of authorities to trust besides the system's; null for none
   * @param certificates to trust besides, such as the simulated tenant's
   * @throws SignInException when one of these cannot be used
   */
  public Network(
      Map<String, String> environment,
      @Nullable Path authorities,
      List<X509Certificate> certificates) {
    List<X509Certificate> others = new ArrayList<>(certificates);
    if (authorities != null) {
      others.addAll(PemFile.authorities(authorities));
    }
    proxies = Proxies.of(environment);
    trust = Trust.with(others);
    context = trust.context();
  }

  /** A client of the JDK; time-outs of answers are for each request to set. */
  public HttpClient httpClient() {
    return builder().build();
  }

  /** A client for Azure's libraries. */
  public com.azure.core.http.HttpClient azureClient() {
    return new JdkHttpClientBuilder(builder())
        .configuration(Configuration.NONE)
        .connectionTimeout(CONNECT)
        .responseTimeout(ANSWER)
        .readTimeout(ANSWER)
        .writeTimeout(ANSWER)
        .build();
  }

  /** Takes a client of OkHttp this way. */
  public OkHttpClient.Builder apply(OkHttpClient.Builder client) {
    client
        .sslSocketFactory(context.getSocketFactory(), trust)
        .proxySelector(proxies)
        .connectTimeout(CONNECT.toSeconds(), TimeUnit.SECONDS);
    PasswordAuthentication login = proxies.login();
    return login == null
        ? client
        : client.proxyAuthenticator(
            (route, response) -> {
              boolean again = response.request().header("Proxy-Authorization") != null;
              String basic =
                  Credentials.basic(
                      login.getUserName(), new String(login.getPassword()), StandardCharsets.UTF_8);
              return again
                  ? null
                  : response.request().newBuilder().header("Proxy-Authorization", basic).build();
            });
  }

  public SSLContext sslContext() {
    return context;
  }

  public X509TrustManager trustManager() {
    return trust;
  }

  public ProxySelector proxySelector() {
    return proxies;
  }

  /** By host that was spoken to, who issued its certificate (RFC 2253). */
  public Map<String, String> issuers() {
    return trust.issuers();
  }

  private HttpClient.Builder builder() {
    HttpClient.Builder builder =
        HttpClient.newBuilder()
            .sslContext(context)
            .proxy(proxies)
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER);
    Authenticator authenticator = proxies.authenticator();
    return authenticator == null ? builder : builder.authenticator(authenticator);
  }
}
