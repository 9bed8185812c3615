package dev.sigillo.collect.signin;

import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Trusts what the JVM trusts, what Windows trusts where that is the system, and what was named
 * besides. Writes down by whom each host's certificate was issued: a proxy that opens TLS shows
 * there.
 */
final class Trust extends X509ExtendedTrustManager {
  private static final String WINDOWS = "Windows-ROOT";

  private final X509ExtendedTrustManager inner;
  private final Map<String, String> issuers = new ConcurrentSkipListMap<>();

  private Trust(X509ExtendedTrustManager inner) {
    this.inner = inner;
  }

  /** Trust in the system's authorities and in these. */
  static Trust with(Collection<X509Certificate> others) {
    try {
      KeyStore anchors = KeyStore.getInstance(KeyStore.getDefaultType());
      anchors.load(null, null);
      int number = 0;
      for (X509Certificate anchor : managerOf(null).getAcceptedIssuers()) {
        anchors.setCertificateEntry("system " + number++, anchor);
      }
      for (X509Certificate anchor : ofWindows()) {
        anchors.setCertificateEntry("windows " + number++, anchor);
      }
      for (X509Certificate anchor : others) {
        anchors.setCertificateEntry("named " + number++, anchor);
      }
      return new Trust(managerOf(anchors));
    } catch (GeneralSecurityException | java.io.IOException e) {
      throw new SignInException("The system's trusted certificates cannot be read: " + e);
    }
  }

  /** A context that trusts so and shows no certificate of its own. */
  SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[] {this}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without TLS", e);
    }
  }

  /** By host, who issued the certificate that it showed. */
  Map<String, String> issuers() {
    return new TreeMap<>(issuers);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    String host = socket instanceof SSLSocket tls ? host(tls.getHandshakeSession()) : null;
    note(host, chain);
    try {
      inner.checkServerTrusted(chain, type, socket);
    } catch (CertificateException e) {
      throw explained(host, chain, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    String host = engine == null ? null : engine.getPeerHost();
    note(host, chain);
    try {
      inner.checkServerTrusted(chain, type, engine);
    } catch (CertificateException e) {
      throw explained(host, chain, e);
    }
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    inner.checkServerTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable Socket socket)
      throws CertificateException {
    inner.checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, @Nullable SSLEngine engine)
      throws CertificateException {
    inner.checkClientTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    inner.checkClientTrusted(chain, type);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return inner.getAcceptedIssuers();
  }

  private void note(@Nullable String host, X509Certificate[] chain) {
    if (host != null && chain.length > 0) {
      issuers.put(host, issuer(chain));
    }
  }

  private static CertificateException explained(
      @Nullable String host, X509Certificate[] chain, CertificateException e) {
    String who = host == null ? "The host" : host;
    String issuer = chain.length == 0 ? "nobody" : issuer(chain);
    return new UntrustedException(who, issuer, e);
  }

  private static String issuer(X509Certificate[] chain) {
    return chain[0].getIssuerX500Principal().getName();
  }

  private static @Nullable String host(@Nullable SSLSession session) {
    return session == null ? null : session.getPeerHost();
  }

  private static X509ExtendedTrustManager managerOf(@Nullable KeyStore anchors)
      throws NoSuchAlgorithmException, KeyStoreException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(anchors);
    for (TrustManager manager : factory.getTrustManagers()) {
      if (manager instanceof X509TrustManager
          && manager instanceof X509ExtendedTrustManager extended) {
        return extended;
      }
    }
    throw new NoSuchAlgorithmException("no trust manager for X.509");
  }

  private static Collection<X509Certificate> ofWindows()
      throws GeneralSecurityException, java.io.IOException {
    Map<String, X509Certificate> found = new TreeMap<>();
    KeyStore store;
    try {
      store = KeyStore.getInstance(WINDOWS);
    } catch (KeyStoreException e) {
      return found.values(); // another system
    }
    store.load(null, null);
    for (String alias : java.util.Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate anchor) {
        found.put(alias, anchor);
      }
    }
    return found.values();
  }
}
