package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Presence;

/**
 * What happens to clients that no mechanism matched: the {@code all} that is reached, redirects
 * followed. An {@code all} in an included record never counts (RFC 7208 section 5.2).
 *
 * @param state whether one is reached; absent also where redirects lead nowhere
 * @param qualifier its qualifier; {@link Qualifier#NEUTRAL} where none is reached (section 4.7)
 * @param place where it stands; without it, the record that ends without one
 */
public record EffectiveAll(Presence state, Qualifier qualifier, Place place) {

  static EffectiveAll none(Presence state, String domain) {
    return new EffectiveAll(state, Qualifier.NEUTRAL, Place.of(domain));
  }
}
