package dev.sigillo.mailauth.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads the key that a record holds, to the last octet. */
final class PublicKeys {
  private static final int ED25519_OCTETS = 32;

  /** Algorithm identifier of RSA keys, DER (RFC 3279 section 2.3.1). */
  private static final byte[] RSA = {
    0x30, 0x0d, 0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 5, 0
  };

  private PublicKeys() {}

  /**
   * The length in bits.
   *
   * @param base64 the value of {@code p}, blanks allowed between its characters
   * @throws GeneralSecurityException why it is no key of this type
   */
  static int bits(KeyType type, String base64) throws GeneralSecurityException {
    byte[] octets;
    try {
      octets = Base64.getDecoder().decode(base64.replaceAll("[ \t]", ""));
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException(e.getMessage(), e);
    }
    if (type == KeyType.ED25519) {
      if (octets.length != ED25519_OCTETS) {
        throw new GeneralSecurityException(octets.length + " octets where Ed25519 has 32");
      }
      return ED25519_OCTETS * Byte.SIZE;
    }
    return rsa(octets).getModulus().bitLength();
  }

  /**
   * An RSA key as SubjectPublicKeyInfo, which everybody publishes, or as the RSAPublicKey of RFC
   * 8017, which the text of RFC 6376 names (erratum 3017).
   */
  private static RSAPublicKey rsa(byte[] der) throws GeneralSecurityException {
    KeyFactory factory = KeyFactory.getInstance("RSA");
    try {
      return (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(der));
    } catch (GeneralSecurityException e) {
      byte[] bits = new byte[der.length + 1];
      System.arraycopy(der, 0, bits, 1, der.length);
      byte[] wrapped = element(0x30, concat(RSA, element(0x03, bits)));
      try {
        return (RSAPublicKey) factory.generatePublic(new X509EncodedKeySpec(wrapped));
      } catch (GeneralSecurityException second) {
        e.addSuppressed(second);
        throw e;
      }
    }
  }

  /** A DER element: tag, length in the shortest form, content. */
  private static byte[] element(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : length < 0x100
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return concat(head, content);
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] all = new byte[first.length + second.length];
    System.arraycopy(first, 0, all, 0, first.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
