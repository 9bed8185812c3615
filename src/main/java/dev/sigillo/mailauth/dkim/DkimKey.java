package dev.sigillo.mailauth.dkim;

import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A DKIM key record (RFC 6376 section 3.6.1).
 *
 * @param text as published, strings joined
 * @param type kind of key
 * @param bits length of the RSA modulus, or 256 for Ed25519; 0 when revoked or unreadable
 * @param revoked whether {@code p} is empty: signatures with this selector no longer count
 * @param testing {@code t=y}: verifiers are to treat signed mail like unsigned mail
 * @param strict {@code t=s}: the identity's domain must be the signing domain, not one below it
 * @param hashes {@code h}: the hashes allowed; empty when all are
 * @param services {@code s}: what it may be used for; {@code *} unless given
 * @param problems in the order of the text
 */
public record DkimKey(
    String text,
    KeyType type,
    int bits,
    boolean revoked,
    boolean testing,
    boolean strict,
    List<String> hashes,
    List<String> services,
    List<Problem> problems) {
  private static final Set<ProblemCode> VOIDING =
      Set.of(
          DkimCode.VERSION_NOT_FIRST,
          DkimCode.TAG_REPEATED,
          DkimCode.P_MISSING,
          DkimCode.KEY_TYPE_UNKNOWN,
          DkimCode.KEY_UNREADABLE,
          DkimCode.KEY_TOO_SHORT,
          DkimCode.NO_SHA256,
          DkimCode.NOT_FOR_MAIL);

  public DkimKey {
    hashes = List.copyOf(hashes);
    services = List.copyOf(services);
    problems = List.copyOf(problems);
  }

  /** Reads a text; empty when it is no key record. */
  public static Optional<DkimKey> parse(String text) {
    return DkimParser.parse(text);
  }

  /** Whether a verifier that follows the RFCs can check signatures of mail with it. */
  public boolean isUsable() {
    return !revoked && problems.stream().noneMatch(problem -> VOIDING.contains(problem.code()));
  }

  /** Whether a problem of this kind was found. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
