package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/** Judges the JWT with which an application proves that it holds its certificate (RFC 7523). */
final class ClientAssertion {
  private ClientAssertion() {}

  /** Whether the assertion is the client's own, for this token endpoint, now. */
  static boolean accepted(
      String assertion,
      String clientId,
      Collection<String> audiences,
      List<X509Certificate> certificates,
      Instant now) {
    String[] parts = assertion.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    try {
      Base64.Decoder url = Base64.getUrlDecoder();
      JsonNode header = Json.MAPPER.readTree(url.decode(parts[0]));
      JsonNode claims = Json.MAPPER.readTree(url.decode(parts[1]));
      byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
      byte[] signature = url.decode(parts[2]);
      if (!clientId.equals(claims.path("iss").asText())
          || !clientId.equals(claims.path("sub").asText())
          || !audiences.contains(claims.path("aud").asText())
          || claims.path("exp").asLong() <= now.getEpochSecond()
          || claims.path("nbf").asLong() > now.getEpochSecond() + 300) {
        return false;
      }
      for (X509Certificate certificate : certificates) {
        if (named(header, certificate)
            && signedBy(header.path("alg").asText(), certificate, signed, signature)) {
          return true;
        }
      }
      return false;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Whether the header names this certificate; MSAL for Java writes the print in base64 that is
   * none of URLs.
   */
  private static boolean named(JsonNode header, X509Certificate certificate)
      throws GeneralSecurityException {
    boolean longer = header.has("x5t#S256");
    String named = header.path(longer ? "x5t#S256" : "x5t").asText();
    byte[] print =
        MessageDigest.getInstance(longer ? "SHA-256" : "SHA-1").digest(certificate.getEncoded());
    String plain = named.replace("=", "").replace('-', '+').replace('_', '/');
    return Arrays.equals(Base64.getDecoder().decode(plain), print);
  }

  private static boolean signedBy(
      String algorithm, X509Certificate certificate, byte[] signed, byte[] signature)
      throws GeneralSecurityException {
    Signature verifier;
    switch (algorithm) {
      case "RS256" -> verifier = Signature.getInstance("SHA256withRSA");
      case "PS256" -> {
        verifier = Signature.getInstance("RSASSA-PSS");
        verifier.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      default -> {
        return false;
      }
    }
    verifier.initVerify(certificate.getPublicKey());
    verifier.update(signed);
    return verifier.verify(signature);
  }
}
