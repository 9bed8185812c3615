package dev.sigillo.collect.signin;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps a token for as long as it lasts, takes none of another tenant, and says in a sentence why
 * there is none.
 */
final class CheckedCredential implements TokenCredential {
  private static final Duration MARGIN = Duration.ofMinutes(5);

  private final TokenCredential inner;
  private final String tenantId;
  private final InstantSource clock;
  private final BiFunction<Throwable, List<String>, String> words;
  private final Map<List<String>, Kept> kept = new HashMap<>();

  private record Kept(AccessToken token, Instant until) {
    @Override
    public String toString() {
      return "a token until " + until;
    }
  }

  CheckedCredential(
      TokenCredential inner,
      String tenantId,
      InstantSource clock,
      BiFunction<Throwable, List<String>, String> words) {
    this.inner = inner;
    this.tenantId = tenantId;
    this.clock = clock;
    this.words = words;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromCallable(() -> getTokenSync(request));
  }

  @Override
  public synchronized AccessToken getTokenSync(TokenRequestContext request) {
    List<String> scopes = List.copyOf(request.getScopes());
    Kept known = kept.get(scopes);
    if (known != null && request.getClaims() == null && clock.instant().isBefore(known.until())) {
      return known.token();
    }
    AccessToken token = ask(request, scopes);
    kept.put(scopes, new Kept(token, until(token)));
    return token;
  }

  private AccessToken ask(TokenRequestContext request, List<String> scopes) {
    AccessToken token;
    try {
      token = inner.getTokenSync(request);
    } catch (RuntimeException e) {
      throw new SignInException(words.apply(e, scopes));
    }
    String other = Identity.of(token.getToken()).tenantId();
    if (!tenantId.equalsIgnoreCase(other)) {
      throw new SignInException(
          "The identity that signed in is of tenant "
              + other
              + ", but --tenant names "
              + tenantId
              + "; sign in to that one");
    }
    return token;
  }

  /** Somewhat before its end, so that no request carries it over the edge. */
  private Instant until(AccessToken token) {
    @Nullable Duration left = Duration.between(clock.instant(), token.getExpiresAt().toInstant());
    Duration tenth = left.dividedBy(10);
    return token.getExpiresAt().toInstant().minus(tenth.compareTo(MARGIN) < 0 ? tenth : MARGIN);
  }
}
