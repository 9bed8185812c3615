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
      token = ask();
      current = token;
    }
    return token.getToken();
  }

  /** A token instead of one that was refused; null when there is no other. */
  synchronized @Nullable String instead(String refused) {
    AccessToken token = current;
    if (token == null || token.getToken().equals(refused)) {
      token = ask();
      current = token;
    }
    return token.getToken().equals(refused) ? null : token.getToken();
  }

  private AccessToken ask() {
    return credential.getTokenSync(new TokenRequestContext().addScopes(scope));
  }
}
