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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Blocks of a PEM file (RFC 7468), whatever stands between them. */
final class PemFile {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----(.*?)-----END \\1-----", Pattern.DOTALL);
  private static final int MAX_BYTES = 4 << 20;

  /** What stands between a BEGIN and its END. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Block(String type, byte[] der) {}

  private PemFile() {}

  /**
   * The authorities in a bundle.
   *
   * @throws SignInException when there is none, or the file cannot be read
   */
  static List<X509Certificate> authorities(Path file) {
    List<X509Certificate> found = new ArrayList<>();
    for (Block block : blocks(read("--ca-file", file))) {
      if (block.type().equals("CERTIFICATE")) {
        found.add(certificate(file, found.size() + 1, block.der()));
      }
    }
    if (found.isEmpty()) {
      throw new SignInException(
          file + ": holds no certificate; allowed: PEM with \"-----BEGIN CERTIFICATE-----\"");
    }
    return found;
  }

  static boolean isPem(byte[] bytes) {
    return text(bytes).contains("-----BEGIN ");
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  /** Every block; one that is no base64 has no bytes. */
  static List<Block> blocks(byte[] bytes) {
    List<Block> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text(bytes));
    while (block.find()) {
      found.add(new Block(block.group(1), der(block.group(2))));
    }
    return found;
  }

  static Optional<byte[]> first(List<Block> blocks, String type) {
    return blocks.stream().filter(b -> b.type().equals(type)).map(Block::der).findFirst();
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

  static X509Certificate certificate(Path file, int number, byte[] der) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(new ByteArrayInputStream(der));
    } catch (CertificateException e) {
      throw new SignInException(file + ": certificate " + number + " cannot be read");
    }
  }

  private static byte[] der(String base64) {
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
