package dev.sigillo.simulator.tenant;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * The organisation that a tenant belongs to.
 *
 * @param seed what every GUID depends on
 * @param name display name
 * @param initial initial domain, such as {@code contoso.onmicrosoft.com}
 * @param domain main domain
 * @param now the moment at which the scenario plays
 */
record Org(String seed, String name, String initial, String domain, Instant now) {
  /** Where a GUID says how it was made, and what it says when at random. */
  private static final long VERSION = 0xF000L;

  private static final long RANDOM = 0x4000L;

  /** The tenant's GUID. */
  String tenantId() {
    return guid("tenant");
  }

  /** A GUID that depends on nothing but the seed and what it stands for. */
  String guid(String what) {
    UUID hash = UUID.nameUUIDFromBytes((seed + "/" + what).getBytes(StandardCharsets.UTF_8));
    long random = (hash.getMostSignificantBits() & ~VERSION) | RANDOM;
    return new UUID(random, hash.getLeastSignificantBits()).toString();
  }

  /** A moment before now, as Graph writes it. */
  String before(Duration ago) {
    return Instant.ofEpochSecond(now.minus(ago).getEpochSecond()).toString();
  }

  /** A moment before now, as Exchange writes it: seven digits of a second. */
  String exchangeBefore(Duration ago) {
    return before(ago).replace("Z", ".0000000Z");
  }

  /** The part of the initial domain that is the organisation's. */
  String prefix() {
    return initial.substring(0, initial.indexOf('.'));
  }
}
