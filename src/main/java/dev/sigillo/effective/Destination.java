package dev.sigillo.effective;

import org.jspecify.annotations.Nullable;

/**
 * Where mail to a recipient ends.
 *
 * @param reach inside or outside the organisation
 * @param address the address really reached, else the name of the recipient
 * @param unresolved what could not be told; null when it is known
 */
public record Destination(Reach reach, String address, @Nullable String unresolved) {

  /** On which side of the organisation's border. */
  public enum Reach {
    INTERNAL,
    EXTERNAL,
    UNKNOWN
  }

  static Destination at(String address, OwnDomains own) {
    return new Destination(own.isOwn(address) ? Reach.INTERNAL : Reach.EXTERNAL, address, null);
  }

  static Destination inside(String name) {
    return new Destination(Reach.INTERNAL, name, null);
  }

  static Destination unknown(String what) {
    return new Destination(Reach.UNKNOWN, what.substring(what.indexOf(':') + 1), what);
  }

  /** Certainly outside the organisation. */
  public boolean external() {
    return reach == Reach.EXTERNAL;
  }
}
