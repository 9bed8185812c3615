package dev.sigillo.mailauth.dmarc;

import com.google.common.net.InternetDomainName;
import java.util.Optional;

/** The public suffix list, as Guava carries it, for the method of RFC 7489 section 3.2. */
final class PublicSuffixes {
  private PublicSuffixes() {}

  /** The name one label below a public suffix; empty for a suffix itself and for unlisted ones. */
  static Optional<String> organisationalDomain(String domain) {
    if (!InternetDomainName.isValid(domain)) {
      return Optional.empty();
    }
    InternetDomainName name = InternetDomainName.from(domain);
    return name.isUnderPublicSuffix()
        ? Optional.of(name.topPrivateDomain().toString())
        : Optional.empty();
  }
}
