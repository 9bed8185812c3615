package dev.sigillo.collect.run;

import dev.sigillo.collect.MailboxKey;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/**
 * Keys seen. A GUID takes some 32 bytes, so that a million mailboxes fit; other keys, of which
 * there are few, are kept as they are.
 */
public final class KeySet {
  private final Set<String> others = new HashSet<>();
  private long[] slots = new long[1 << 8];
  private int size;
  private boolean zero;

  /** Takes the key in; false when it was there. */
  public boolean add(String key) {
    UUID guid = MailboxKey.guid(key);
    if (guid == null) {
      return others.add(key);
    }
    long high = guid.getMostSignificantBits();
    long low = guid.getLeastSignificantBits();
    if (high == 0 && low == 0) {
      boolean first = !zero;
      zero = true;
      return first;
    }
    if (size * 4 >= slots.length) {
      grow();
    }
    if (!put(slots, high, low)) {
      return false;
    }
    size++;
    return true;
  }

  /** Whether the key was taken in. */
  public boolean contains(String key) {
    UUID guid = MailboxKey.guid(key);
    if (guid == null) {
      return others.contains(key);
    }
    long high = guid.getMostSignificantBits();
    long low = guid.getLeastSignificantBits();
    if (high == 0 && low == 0) {
      return zero;
    }
    int at = place(slots, high, low);
    return slots[at] == high && slots[at + 1] == low;
  }

  void clear() {
    others.clear();
    slots = new long[1 << 8];
    size = 0;
    zero = false;
  }

  private void grow() {
    long[] wider = new long[slots.length * 2];
    for (int i = 0; i < slots.length; i += 2) {
      if (slots[i] != 0 || slots[i + 1] != 0) {
        put(wider, slots[i], slots[i + 1]);
      }
    }
    slots = wider;
  }

  private static boolean put(long[] table, long high, long low) {
    int at = place(table, high, low);
    if (table[at] != 0 || table[at + 1] != 0) {
      return false;
    }
    table[at] = high;
    table[at + 1] = low;
    return true;
  }

  /** Where a key stands, or would stand. */
  private static int place(long[] table, long high, long low) {
    int mask = table.length - 1;
    int at = (int) ((high * 0x9E3779B97F4A7C15L + low) >>> 31) * 2 & mask;
    while ((table[at] != 0 || table[at + 1] != 0) && (table[at] != high || table[at + 1] != low)) {
      at = at + 2 & mask;
    }
    return at;
  }
}
