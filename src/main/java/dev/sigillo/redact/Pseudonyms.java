package dev.sigillo.redact;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names in exchange for names: HMAC-SHA-256 of the kind and the name, so that the same key gives
 * the same person the same pseudonym in every document, and nobody without the key can try out
 * guesses. For use by one thread.
 */
public final class Pseudonyms {
  /** 12 letters hold 60 bits: among a million people, two alike are one chance in two million. */
  private static final int LETTERS = 12;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

  private static final Pattern ADDRESS =
      Pattern.compile(
          "[\\p{L}\\p{N}!#$%&+/^_`{|}~.-][\\p{L}\\p{N}!#$%&+/^_`{|}~.'-]{0,63}"
              + "@([\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,10})");

  /** A name in Exchange's own directory (legacyExchangeDN). */
  private static final Pattern LEGACY =
      Pattern.compile("/o=[^\"\\],;]{1,400}/cn=[^\"\\],;/]{1,200}", Pattern.CASE_INSENSITIVE);

  private static final Pattern ID =
      Pattern.compile(
          "\\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b|\\bS-1-(?:\\d+-){2,14}\\d+\\b");

  /** Addresses that every domain has (RFC 2142) name a role and nobody. */
  private static final Set<String> ROLES = Set.of("postmaster", "abuse");

  private final Mac mac;

  /**
   * Pseudonyms of one organisation.
   *
   * @param key secret, 32 bytes or more
   */
  public Pseudonyms(byte[] key) {
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** Of somebody by name; case, accents and what stands between the words do not matter. */
  public String person(String name) {
    return "person-" + code("name", plain(name).replaceAll("[^\\p{L}\\p{N}]+", ""));
  }

  /** Of a key that stands for a person or mailbox. */
  public String object(String id) {
    return "id-" + code("id", id.toLowerCase(Locale.ROOT));
  }

  /** The text with the local part of every address replaced; its domain stays. */
  public String text(String text) {
    return text.indexOf('@') < 0 && text.indexOf('=') < 0 ? text : replaced(text);
  }

  /** The same, and keys of directories (GUIDs and SIDs) replaced too. */
  public String keys(String text) {
    return ID.matcher(text(text)).replaceAll(m -> object(m.group()));
  }

  /** Of a mailbox or user as a list names it: an address, or any other name. */
  public String whole(String name) {
    String replaced = keys(name);
    return replaced.equals(name) && !role(name) ? person(name) : replaced;
  }

  private static boolean role(String address) {
    int at = address.indexOf('@');
    return at > 0 && ROLES.contains(address.substring(0, at).toLowerCase(Locale.ROOT));
  }

  private String replaced(String text) {
    String plain =
        LEGACY.matcher(text).replaceAll(m -> Matcher.quoteReplacement(object(m.group())));
    return ADDRESS
        .matcher(plain)
        .replaceAll(m -> Matcher.quoteReplacement(published(plain, m) ? m.group() : address(m)));
  }

  /** Where reports go is published in DNS, and a record that is not as published helps nobody. */
  private static boolean published(String text, MatchResult address) {
    return role(address.group()) || text.regionMatches(true, address.start() - 7, "mailto:", 0, 7);
  }

  private String address(MatchResult address) {
    return "person-"
        + code("address", address.group().toLowerCase(Locale.ROOT))
        + "@"
        + address.group(1);
  }

  /** Lower case, without accents and apostrophes. */
  static String plain(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFD)
        .replaceAll("[\\p{M}'’]", "")
        .toLowerCase(Locale.ROOT);
  }

  private String code(String kind, String name) {
    byte[] hash = mac.doFinal((kind + "\0" + name).getBytes(StandardCharsets.UTF_8));
    StringBuilder code = new StringBuilder(LETTERS);
    for (int i = 0; i < LETTERS; i++) {
      code.append(ALPHABET.charAt(hash[i] & 31));
    }
    return code.toString();
  }
}
