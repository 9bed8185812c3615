package dev.sigillo.collect.signin;

import com.azure.identity.ClientCertificateCredentialBuilder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The file of an application's certificate, refused with a sentence before Entra ID has to. */
final class ClientCertificate {
  private final Path file;
  private final byte[] bytes;
  private final @Nullable String password;
  private final boolean pem;

  private ClientCertificate(Path file, @Nullable String password) {
    this.file = file;
    this.password = password;
    bytes = PemFile.read("--certificate", file);
    pem = PemFile.isPem(bytes);
  }

  /**
   * The certificate in a file.
   *
   * @throws SignInException when Entra ID could not take it
   */
  static ClientCertificate of(Path file, @Nullable String password, InstantSource clock) {
    ClientCertificate read = new ClientCertificate(file, password);
    X509Certificate certificate = read.pem ? read.checkedPem() : read.checkedPfx();
    if (certificate.getNotAfter().toInstant().isBefore(clock.instant())) {
      throw read.bad(
          "the certificate expired on "
              + certificate.getNotAfter().toInstant()
              + "; upload a new one to the application and use that");
    }
    return read;
  }

  void into(ClientCertificateCredentialBuilder builder) {
    if (pem) {
      builder.pemCertificate(new ByteArrayInputStream(bytes));
    } else {
      builder.pfxCertificate(new ByteArrayInputStream(bytes));
      builder.clientCertificatePassword(password);
    }
  }

  private X509Certificate checkedPem() {
    List<PemFile.Block> blocks = PemFile.blocks(bytes);
    if (password != null) {
      throw bad("a PEM file takes no password; allowed with one: PFX");
    }
    if (has(blocks, "ENCRYPTED PRIVATE KEY") || encryptedOldForm()) {
      throw bad(
          "the key is encrypted; make it a PFX, whose password can be given: openssl pkcs12"
              + " -export -in FILE.pem -out FILE.pfx");
    }
    if (has(blocks, "RSA PRIVATE KEY")) {
      throw bad(
          "the key is in the old form PKCS#1 (BEGIN RSA PRIVATE KEY); make it PKCS#8: openssl pkcs8"
              + " -topk8 -nocrypt -in FILE.pem, and put the certificate below it");
    }
    if (has(blocks, "EC PRIVATE KEY")) {
      throw notRsa();
    }
    byte[] key =
        PemFile.first(blocks, "PRIVATE KEY")
            .orElseThrow(() -> bad("holds no private key (BEGIN PRIVATE KEY)"));
    byte[] der =
        PemFile.first(blocks, "CERTIFICATE")
            .orElseThrow(
                () -> bad("holds no certificate (BEGIN CERTIFICATE); put it beside the key"));
    X509Certificate certificate = PemFile.certificate(file, 1, der);
    try {
      Key privateKey = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
      return fitting(certificate, privateKey);
    } catch (InvalidKeySpecException e) {
      throw notRsa();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a JVM without RSA", e);
    }
  }

  private X509Certificate checkedPfx() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      char[] open = password == null ? new char[0] : password.toCharArray();
      store.load(new ByteArrayInputStream(bytes), open);
      for (String alias : Collections.list(store.aliases())) {
        if (store.isKeyEntry(alias)
            && store.getCertificate(alias) instanceof X509Certificate certificate) {
          return fitting(certificate, store.getKey(alias, open));
        }
      }
      throw bad("holds no private key with a certificate");
    } catch (IOException e) {
      throw bad(
          e.getCause() instanceof GeneralSecurityException
              ? password == null
                  ? "needs a password; allowed: --certificate-password-file, or the environment's"
                      + " AZURE_CLIENT_CERTIFICATE_PASSWORD"
                  : "the password is wrong"
              : "is neither PEM nor PFX");
    } catch (GeneralSecurityException e) {
      throw bad("the key cannot be read");
    }
  }

  private X509Certificate fitting(X509Certificate certificate, Key key) {
    if (!(key instanceof RSAKey own && certificate.getPublicKey() instanceof RSAKey shown)) {
      throw notRsa();
    }
    if (!own.getModulus().equals(shown.getModulus())) {
      throw bad(
          "the key does not belong to the first certificate; put the application's own first");
    }
    return certificate;
  }

  private boolean encryptedOldForm() {
    return PemFile.text(bytes).contains("Proc-Type: 4,ENCRYPTED");
  }

  private static boolean has(List<PemFile.Block> blocks, String type) {
    return PemFile.first(blocks, type).isPresent();
  }

  private SignInException notRsa() {
    return bad("the key is no RSA key, and Entra ID takes no other from an application");
  }

  private SignInException bad(String what) {
    return new SignInException(file + ": " + what);
  }
}
