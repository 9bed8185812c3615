package dev.sigillo.simulator;

import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/** A certification authority made for one run, and the servers' certificate that it signs. */
final class Certificates {
  private final HeldCertificate authority;
  private final SSLContext server;
  private final X509TrustManager trust;
  private final SSLContext client;

  /** Makes both, valid a month around the given time, for localhost and these hosts too. */
  Certificates(Instant now, Collection<String> hosts) throws GeneralSecurityException {
    Instant from = now.minus(Duration.ofDays(1));
    Instant to = now.plus(Duration.ofDays(30));
    authority =
        new HeldCertificate.Builder()
            .commonName("Sigillo simulated tenant")
            .certificateAuthority(0)
            .validityInterval(from.toEpochMilli(), to.toEpochMilli())
            .build();
    HeldCertificate.Builder own =
        new HeldCertificate.Builder()
            .commonName("localhost")
            .addSubjectAlternativeName("localhost")
            .addSubjectAlternativeName("127.0.0.1")
            .signedBy(authority)
            .validityInterval(from.toEpochMilli(), to.toEpochMilli());
    hosts.forEach(own::addSubjectAlternativeName);
    server = new HandshakeCertificates.Builder().heldCertificate(own.build()).build().sslContext();
    trust =
        new HandshakeCertificates.Builder()
            .addTrustedCertificate(authority.certificate())
            .build()
            .trustManager();
    client = SSLContext.getInstance("TLS");
    client.init(null, new TrustManager[] {trust}, null);
  }

  SSLContext server() {
    return server;
  }

  SSLContext client() {
    return client;
  }

  X509TrustManager trust() {
    return trust;
  }

  String authorityPem() {
    return authority.certificatePem();
  }
}
