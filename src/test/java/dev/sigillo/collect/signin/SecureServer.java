package dev.sigillo.collect.signin;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.cert.X509Certificate;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A server on loopback whose certificate a private authority issued. */
final class SecureServer implements Closeable {
  private final HeldCertificate authority =
      new HeldCertificate.Builder()
          .commonName("Contoso Private CA")
          .certificateAuthority(0)
          .ecdsa256()
          .build();
  private final HttpsServer server;

  SecureServer(HttpHandler handler) throws IOException {
    HeldCertificate own =
        new HeldCertificate.Builder()
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("login.test")
            .signedBy(authority)
            .ecdsa256()
            .build();
    server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(
            new HandshakeCertificates.Builder()
                .heldCertificate(own, authority.certificate())
                .build()
                .sslContext()));
    server.createContext("/", handler);
    server.start();
  }

  X509Certificate authority() {
    return authority.certificate();
  }

  String authorityPem() {
    return authority.certificatePem();
  }

  URI uri(String host) {
    return URI.create("https://" + host + ":" + server.getAddress().getPort());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
