package dev.sigillo.effective;

import dev.sigillo.snapshot.DelegatedGrant;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Subject;
import java.util.List;

/**
 * An application that may send in the name of users who sign in to it.
 *
 * @param key object id of its service principal
 * @param name its display name
 * @param appId application (client) id; empty when it is not known
 * @param consents the consents that include sending, in file order
 */
public record MailClient(String key, String name, String appId, List<DelegatedGrant> consents)
    implements Subject {
  private static final int ROWS = 10;

  public MailClient {
    consents = List.copyOf(consents);
  }

  /** Sending scopes an administrator consented to for all users, sorted. */
  public List<String> forEveryone() {
    return scopes(true);
  }

  /** Sending scopes that single users have, sorted. */
  public List<String> forSome() {
    return scopes(false);
  }

  /** The first consents for all users, or else for single ones. */
  public Fact[] evidence(boolean everyone) {
    return consents.stream()
        .filter(one -> forAll(one) == everyone)
        .limit(ROWS)
        .toArray(Fact[]::new);
  }

  @Override
  public String subjectKey() {
    return key;
  }

  @Override
  public String subjectName() {
    return name;
  }

  private List<String> scopes(boolean everyone) {
    return consents.stream()
        .filter(one -> forAll(one) == everyone)
        .flatMap(one -> Permissions.sendingScopes(one.scope().orElse("")).stream())
        .distinct()
        .sorted()
        .toList();
  }

  private static boolean forAll(DelegatedGrant consent) {
    return consent.consentType().is("AllPrincipals");
  }
}
