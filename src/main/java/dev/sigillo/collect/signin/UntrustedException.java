package dev.sigillo.collect.signin;

import java.security.cert.CertificateException;

/** A host showed a certificate that nobody here vouches for. */
final class UntrustedException extends CertificateException {
  private static final long serialVersionUID = 1L;

  UntrustedException(String host, String issuer, CertificateException cause) {
    super(
        host
            + ": its certificate, issued by "
            + issuer
            + ", is not trusted ("
            + cause.getMessage()
            + "). If a proxy of your organisation opens TLS, name its authority with --ca-file;"
            + " otherwise somebody else answers for this host.",
        cause);
  }
}
