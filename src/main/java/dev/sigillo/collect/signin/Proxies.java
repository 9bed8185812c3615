package dev.sigillo.collect.signin;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which way out: {@code HTTPS_PROXY} and {@code NO_PROXY}, or else what the system says. Addresses
 * of the machine itself, and the link-local one where managed identities get their tokens, are
 * never asked for through a proxy.
 */
final class Proxies extends ProxySelector {
  private static final int DEFAULT_PORT = 80;

  static {
    // Read once by the JVM, at its first connection: its proxy settings are the system's, and a
    // password that a proxy's URL holds may be sent to it.
    ifUnset("java.net.useSystemProxies", "true");
    ifUnset("jdk.http.auth.tunneling.disabledSchemes", "");
  }

  private final @Nullable InetSocketAddress proxy;
  private final @Nullable PasswordAuthentication login;
  private final List<String> direct;

  private Proxies(
      @Nullable InetSocketAddress proxy,
      @Nullable PasswordAuthentication login,
      List<String> direct) {
    this.proxy = proxy;
    this.login = login;
    this.direct = direct;
  }

  /**
   * As the environment says.
   *
   * @throws SignInException when {@code HTTPS_PROXY} cannot be used
   */
  static Proxies of(Map<String, String> environment) {
    String url = either(environment, "HTTPS_PROXY");
    List<String> direct =
        Arrays.stream(either(environment, "NO_PROXY").split(",", -1))
            .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
            .filter(entry -> !entry.isEmpty())
            .toList();
    return url.isEmpty() ? new Proxies(null, null, direct) : proxy(url, direct);
  }

  /** Who logs in at the proxy; null when its URL names nobody. */
  @Nullable PasswordAuthentication login() {
    return login;
  }

  /** Answers the proxy's question who is there, and nobody else's. */
  @Nullable Authenticator authenticator() {
    return login == null
        ? null
        : new Authenticator() {
          @Override
          protected @Nullable PasswordAuthentication getPasswordAuthentication() {
            return getRequestorType() == RequestorType.PROXY ? login : null;
          }
        };
  }

  @Override
  public List<Proxy> select(URI uri) {
    String host = host(uri);
    if (local(host) || direct.stream().anyMatch(entry -> covers(entry, host))) {
      return List.of(Proxy.NO_PROXY);
    }
    if (proxy != null) {
      return List.of(new Proxy(Proxy.Type.HTTP, proxy));
    }
    ProxySelector system = ProxySelector.getDefault();
    return system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException e) {
    ProxySelector system = ProxySelector.getDefault();
    if (proxy == null && system != null) {
      system.connectFailed(uri, address, e);
    }
  }

  private static Proxies proxy(String url, List<String> direct) {
    try {
      URI uri = new URI(url.contains("://") ? url : "http://" + url);
      if (uri.getHost() != null && "http".equalsIgnoreCase(uri.getScheme())) {
        int port = uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort();
        return new Proxies(
            InetSocketAddress.createUnresolved(uri.getHost(), port),
            login(uri.getRawUserInfo()),
            direct);
      }
    } catch (URISyntaxException e) {
      // The reason would quote the URL, and with it the password.
    }
    throw new SignInException(
        "HTTPS_PROXY: is no proxy's URL; allowed: http://HOST:PORT or http://USER:PASSWORD@HOST:PORT,"
            + " with %-escapes for characters that a URL does not allow");
  }

  private static @Nullable PasswordAuthentication login(@Nullable String userInfo) {
    if (userInfo == null) {
      return null;
    }
    String[] parts = userInfo.split(":", 2);
    return new PasswordAuthentication(
        decoded(parts[0]), parts.length == 1 ? new char[0] : decoded(parts[1]).toCharArray());
  }

  /** Of %-escapes alone: a plus sign is a plus sign here. */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static boolean covers(String entry, String host) {
    String domain = entry.startsWith(".") ? entry.substring(1) : entry;
    return entry.equals("*") || host.equals(domain) || host.endsWith("." + domain);
  }

  private static boolean local(String host) {
    if (host.equals("localhost")) {
      return true;
    }
    boolean literal = host.contains(":") || host.matches("[0-9.]+");
    if (!literal) {
      return false;
    }
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isLoopbackAddress() || address.isLinkLocalAddress();
    } catch (IOException e) {
      return false;
    }
  }

  private static String host(URI uri) {
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private static String either(Map<String, String> environment, String name) {
    String upper = environment.get(name);
    String value = upper == null ? environment.get(name.toLowerCase(Locale.ROOT)) : upper;
    return value == null ? "" : value.strip();
  }

  private static void ifUnset(String property, String value) {
    if (System.getProperty(property) == null) {
      System.setProperty(property, value);
    }
  }
}
