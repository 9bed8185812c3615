package dev.sigillo.collect.signin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * What an application says to prove who it is, signed with a key that stays in its store (RFC
 * 7523).
 *
 * @see <a
 *     href="https://learn.microsoft.com/entra/identity-platform/certificate-credentials">Certificate
 *     credentials</a>
 */
final class StoreAssertion {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final String WINDOWS = "Windows-MY";

  private final X509Certificate certificate;
  private final PrivateKey key;

  private StoreAssertion(X509Certificate certificate, PrivateKey key) {
    this.certificate = certificate;
    this.key = key;
  }

  /**
   * Signs with a certificate of the Windows store of the user that runs the program.
   *
   * @throws SignInException when there is no such store, or nothing in it has that thumbprint
   */
  static StoreAssertion ofWindows(String thumbprint) {
    try {
      KeyStore store = KeyStore.getInstance(WINDOWS);
      store.load(null, null);
      return of(store, new char[0], thumbprint);
    } catch (KeyStoreException e) {
      throw new SignInException(
          "--certificate-thumbprint: this system has no Windows certificate store; allowed here:"
              + " --certificate FILE");
    } catch (GeneralSecurityException | IOException e) {
      throw new SignInException("--certificate-thumbprint: the Windows store cannot be read: " + e);
    }
  }

  static StoreAssertion of(KeyStore store, char[] password, String thumbprint)
      throws GeneralSecurityException {
    String wanted = thumbprint.replaceAll("[^0-9A-Fa-f]", "").toLowerCase(Locale.ROOT);
    for (String alias : Collections.list(store.aliases())) {
      if (store.getCertificate(alias) instanceof X509Certificate certificate
          && digest("SHA-1", certificate).equals(wanted)
          && store.getKey(alias, password) instanceof PrivateKey key) {
        return new StoreAssertion(certificate, key);
      }
    }
    throw new SignInException(
        "--certificate-thumbprint: no certificate with a private key has the thumbprint "
            + wanted
            + " in this user's store (Cert:\\CurrentUser\\My)");
  }

  /** A fresh assertion for this authority. */
  String sign(URI authority, String tenantId, String clientId, InstantSource clock) {
    Instant now = clock.instant();
    ObjectMapper json = new ObjectMapper();
    ObjectNode header = json.createObjectNode().put("alg", "RS256").put("typ", "JWT");
    header.put("x5t#S256", base64(HexFormat.of().parseHex(digest("SHA-256", certificate))));
    ObjectNode claims =
        json.createObjectNode()
            .put("aud", authority + "/" + tenantId + "/oauth2/v2.0/token")
            .put("iss", clientId)
            .put("sub", clientId)
            .put("jti", UUID.randomUUID().toString())
            .put("nbf", now.getEpochSecond())
            .put("exp", now.plus(LIFE).getEpochSecond());
    String signed = base64(header.toString()) + "." + base64(claims.toString());
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + base64(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new SignInException("--certificate-thumbprint: the store does not sign: " + e);
    }
  }

  private static String digest(String algorithm, X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance(algorithm).digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without " + algorithm, e);
    }
  }

  private static String base64(String text) {
    return base64(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
