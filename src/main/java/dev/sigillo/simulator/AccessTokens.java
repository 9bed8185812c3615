package dev.sigillo.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Optional;

/** Signs access tokens and reads back its own (JWT, RFC 7519, ES256). */
final class AccessTokens {
  private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair key;

  AccessTokens() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    key = generator.generateKeyPair();
  }

  String sign(ObjectNode claims) {
    ObjectNode header = Json.object().put("typ", "JWT").put("alg", "ES256").put("kid", "simulator");
    String text = part(header) + "." + part(claims);
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key.getPrivate());
      signature.update(text.getBytes(StandardCharsets.US_ASCII));
      return text + "." + URL.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a token cannot be signed", e);
    }
  }

  /** The claims of a token that was signed here. */
  Optional<JsonNode> verified(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initVerify(key.getPublic());
      signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
      if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
        return Optional.empty();
      }
      return Optional.of(Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1])));
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The public key as a JSON Web Key (RFC 7517). */
  ObjectNode publicKey() {
    ECPublicKey point = (ECPublicKey) key.getPublic();
    return Json.object()
        .put("kty", "EC")
        .put("use", "sig")
        .put("kid", "simulator")
        .put("crv", "P-256")
        .put("x", URL.encodeToString(unsigned(point.getW().getAffineX().toByteArray())))
        .put("y", URL.encodeToString(unsigned(point.getW().getAffineY().toByteArray())));
  }

  private static byte[] unsigned(byte[] number) {
    byte[] whole = new byte[32];
    int from = Math.max(0, number.length - 32);
    int length = number.length - from;
    System.arraycopy(number, from, whole, 32 - length, length);
    return whole;
  }

  private static String part(ObjectNode json) {
    return URL.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
  }
}
