package dev.sigillo.mailauth.dkim;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.ProblemCode;
import java.util.List;
import java.util.Optional;

/**
 * What DNS holds for a selector of a domain (RFC 6376 section 3.6.2).
 *
 * @param domain the signing domain
 * @param selector the selector
 * @param state whether there is a key record, revoked and faulty ones included
 * @param aliases the names it leads to as an alias, in order; the last one holds the record. Known,
 *     as far as the first of them, even where the key has no answer
 * @param keys the key records, as many as 10
 * @param problems of the records in their order, then those of the whole
 */
public record DkimSelector(
    String domain,
    String selector,
    Presence state,
    List<String> aliases,
    List<DkimKey> keys,
    List<Problem> problems) {

  public DkimSelector {
    aliases = List.copyOf(aliases);
    keys = List.copyOf(keys);
    problems = List.copyOf(problems);
  }

  /** The key record, if it is the only one. */
  public Optional<DkimKey> key() {
    return keys.size() == 1 ? Optional.of(keys.get(0)) : Optional.empty();
  }

  /** Whether signatures of mail can be checked with it; false also where that is not known. */
  public boolean isUsable() {
    return key().map(DkimKey::isUsable).orElse(false);
  }

  /** Whether a problem of this kind was found. */
  public boolean has(ProblemCode code) {
    return problems.stream().anyMatch(problem -> problem.code() == code);
  }
}
