package dev.sigillo.simulator.tenant;

import java.util.Locale;
import java.util.regex.Pattern;

/** GUIDs that tell which mailbox they belong to, to who knows the seed. */
final class Ordinals {
  private static final Pattern GUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** An odd number, so that multiplying loses nothing, and its inverse modulo 2^32. */
  private static final int FACTOR = 0x9E3779B1;

  private final int mask;
  private final String objectTail;
  private final String exchangeTail;

  Ordinals(Org org) {
    mask = org.guid("ordinals").hashCode();
    objectTail = org.guid("object tail").substring(8);
    exchangeTail = org.guid("exchange tail").substring(8);
  }

  /** {@code ExternalDirectoryObjectId}. */
  String key(long ordinal) {
    return head(ordinal) + objectTail;
  }

  String exchangeGuid(long ordinal) {
    return head(ordinal) + exchangeTail;
  }

  /** Bits that look like chance. */
  int hash(long ordinal) {
    int mixed = (int) ordinal * FACTOR ^ mask;
    mixed ^= mixed >>> 15;
    mixed *= 0x85EBCA6B;
    return mixed ^ mixed >>> 13;
  }

  private String head(long ordinal) {
    return String.format(Locale.ROOT, "%08x", (int) ordinal * FACTOR ^ mask);
  }

  /** The mailbox of a GUID, or -1. */
  long ordinal(String guid) {
    String low = guid.toLowerCase(Locale.ROOT);
    if (!GUID.matcher(low).matches() || !(low.endsWith(objectTail) || low.endsWith(exchangeTail))) {
      return -1;
    }
    int mixed = Integer.parseUnsignedInt(low.substring(0, 8), 16);
    return Integer.toUnsignedLong((mixed ^ mask) * inverse());
  }

  /** Newton's iteration doubles the bits that are right each time. */
  private static int inverse() {
    int inverse = FACTOR;
    for (int i = 0; i < 5; i++) {
      inverse *= 2 - FACTOR * inverse;
    }
    return inverse;
  }

  /** The number that a name ends with, or -1. */
  static long trailing(String name) {
    int start = name.length();
    while (start > 0 && Character.digit(name.charAt(start - 1), 10) >= 0) {
      start--;
    }
    return start == name.length() || name.length() - start > 9
        ? -1
        : Long.parseLong(name.substring(start));
  }
}
