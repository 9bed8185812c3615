package dev.sigillo.collect.signin;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the identity proves who it is. No secret shows in what these print as. */
public sealed interface Method {

  /** The application that is named; null when the environment decides. */
  @Nullable String clientId();

  /** An application with a secret. */
  record Secret(String clientId, String secret) implements Method {
    @Override
    public String toString() {
      return "Secret[clientId=" + clientId + "]";
    }
  }

  /**
   * An application with a certificate in a file.
   *
   * @param file PEM with certificate and PKCS#8 key, or PFX
   * @param password of the PFX; null for none
   */
  record Certificate(String clientId, Path file, @Nullable String password) implements Method {
    @Override
    public String toString() {
      return "Certificate[clientId=" + clientId + ", file=" + file + "]";
    }
  }

  /**
   * An application with a certificate in the Windows store of the user that runs the program; its
   * key never leaves the store. Tried with another kind of key store alone, never on Windows.
   *
   * @param thumbprint SHA-1 of the certificate in hexadecimal, as Windows shows it
   */
  record StoreCertificate(String clientId, String thumbprint) implements Method {}

  /**
   * The identity that Azure gives to a machine.
   *
   * @param clientId of one that the user assigned; null for the machine's own
   */
  record ManagedIdentity(@Nullable String clientId) implements Method {}

  /**
   * An application that a Kubernetes cluster or a pipeline vouches for.
   *
   * @param tokenFile where the voucher is
   */
  record WorkloadIdentity(String clientId, Path tokenFile) implements Method {}

  /** Whoever signed in with {@code az login}. */
  record AzureCli() implements Method {
    @Override
    public @Nullable String clientId() {
      return null;
    }
  }

  /** A person who types a code into a browser, here or elsewhere. */
  record DeviceCode(String clientId) implements Method {}

  /** A person at this machine's browser. */
  record Browser(String clientId) implements Method {}
}
