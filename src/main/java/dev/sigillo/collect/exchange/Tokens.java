package dev.sigillo.collect.exchange;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import org.jspecify.annotations.Nullable;

/** The token of one service; renewed once it expired or was refused. Safe for several threads. */
final class Tokens {
  private final TokenCredential credential;
  private final String scope;
  private @Nullable AccessToken current;

  Tokens(TokenCredential credential, String scope) {
    this.credential = credential;
    this.scope = scope;
  }

  synchronized String get() {
    AccessToken token = current;
    if (token == null || token.isExpired()) {
      token = ask(null);
      current = token;
    }
    return token.getToken();
  }

  /**
   * A token instead of one that was refused. Whoever gives tokens may keep them for as long as they
   * say that they last; then one is asked for in the way of continuous access evaluation.
   *
   * @param second when it was refused, in seconds since 1970, by the service's clock; null when it
   *     did not say
   * @return null when there is no other
   */
  synchronized @Nullable String instead(String refused, @Nullable Long second) {
    AccessToken token = current;
    if (token == null || token.getToken().equals(refused)) {
      token = ask(null);
    }
    if (token.getToken().equals(refused) && second != null) {
      token = ask(second);
    }
    current = token;
    return token.getToken().equals(refused) ? null : token.getToken();
  }

  private AccessToken ask(@Nullable Long notBefore) {
    TokenRequestContext request = new TokenRequestContext().addScopes(scope);
    if (notBefore != null) {
      request
          .setCaeEnabled(true)
          .setClaims(
              "{\"access_token\":{\"nbf\":{\"essential\":true,\"value\":\"%d\"}}}"
                  .formatted(notBefore));
    }
    return credential.getTokenSync(request);
  }
}
