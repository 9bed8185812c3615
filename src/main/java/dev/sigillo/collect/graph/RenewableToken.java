package dev.sigillo.collect.graph;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A token that is asked for once and kept until shortly before it expires, or until Graph refuses
 * it: then a new one is asked for in the way of continuous access evaluation, so that no cache on
 * the way gives the old one again. Safe for use by several threads.
 */
final class RenewableToken implements TokenCredential {
  private static final Duration SPARE = Duration.ofMinutes(5);

  private final TokenCredential credential;
  private @Nullable AccessToken held;
  private @Nullable String claims;

  RenewableToken(TokenCredential credential) {
    this.credential = credential;
  }

  @Override
  public Mono<AccessToken> getToken(TokenRequestContext request) {
    return Mono.fromSupplier(() -> getTokenSync(request));
  }

  @Override
  public synchronized AccessToken getTokenSync(TokenRequestContext request) {
    AccessToken token = held;
    if (token != null && request.getClaims() == null && lasts(token)) {
      return token;
    }
    if (request.getClaims() == null && claims != null) {
      request.setClaims(claims);
    }
    try {
      AccessToken fresh = credential.getTokenSync(request);
      claims = null;
      held = fresh;
      return fresh;
    } catch (RuntimeException e) {
      if (token == null || request.getClaims() != null || token.isExpired()) {
        throw e;
      }
      return token;
    }
  }

  /**
   * Lets go of a token that was refused, unless another thread has done so.
   *
   * @param refused the header as it was sent
   * @param second when it was refused, in seconds since 1970
   */
  synchronized void drop(String refused, long second) {
    if (held != null && refused.endsWith(" " + held.getToken())) {
      drop(second);
    }
  }

  /** Lets go of the token, whichever it is. */
  synchronized void drop(long second) {
    held = null;
    claims = "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"%d\"}}}".formatted(second);
  }

  private static boolean lasts(AccessToken token) {
    return token.getDurationUntilExpiration().compareTo(SPARE) > 0;
  }
}
