package dev.sigillo.collect.signin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of a PEM file (RFC 7468), whatever stands between them. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final int MAX_BYTES = 4 << 20;

  private PemFile() {}

  /**
   * The authorities in a bundle.
   *
   * @throws SignInException when there is none, or the file cannot be read
   */
  static List<X509Certificate> authorities(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(new String(read("--ca-file", file), StandardCharsets.ISO_8859_1));
    while (block.find()) {
      if (block.group(1).equals("CERTIFICATE")) {
        found.add(certificate(file, found.size() + 1, block.group(2)));
      }
    }
    if (found.isEmpty()) {
      throw new SignInException(
          file + ": holds no certificate; allowed: PEM with \"-----BEGIN CERTIFICATE-----\"");
    }
    return found;
  }

  /**
   * The bytes of a small file.
   *
   * @param option that named it, for the sentence
   */
  static byte[] read(String option, Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new SignInException(
            String.format(
                Locale.ROOT, "%s: is larger than the %,d bytes allowed", file, MAX_BYTES));
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      String why = Files.exists(file) ? "cannot be read" : "does not exist";
      throw new SignInException(file + ": " + why + " (" + option + ")");
    }
  }

  private static X509Certificate certificate(Path file, int number, String base64) {
    try {
      byte[] der = Base64.getMimeDecoder().decode(base64);
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException | IllegalArgumentException e) {
      throw new SignInException(file + ": certificate " + number + " cannot be read");
    }
  }
}
