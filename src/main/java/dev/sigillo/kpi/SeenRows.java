package dev.sigillo.kpi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells rows of a message trace that come twice: the service repeats some, and exports overlap.
 * Eight bytes of a digest stand for a row; two of a million different rows are taken for one with a
 * chance of 1 in 30 million.
 */
public final class SeenRows {
  private static final int FIRST = 1 << 10;

  private final MessageDigest digest = sha256();
  private long[] table = new long[FIRST];
  private int size;

  /**
   * Whether the row is a new one. A row that has neither id is always new.
   *
   * @param id the trace's id
   * @param messageId the Message-ID field, used where there is no id
   * @param recipient envelope recipient
   */
  public boolean add(@Nullable String id, @Nullable String messageId, @Nullable String recipient) {
    String key = id == null || id.isBlank() ? messageId : id;
    if (key == null || key.isBlank()) {
      return true;
    }
    digest.update(key.strip().getBytes(StandardCharsets.UTF_8));
    digest.update((byte) 0);
    String who = recipient == null ? "" : recipient.strip().toLowerCase(Locale.ROOT);
    byte[] hash = digest.digest(who.getBytes(StandardCharsets.UTF_8));
    long value = 0;
    for (int i = 0; i < Long.BYTES; i++) {
      value = value << Byte.SIZE | (hash[i] & 0xFF);
    }
    return put(value == 0 ? 1 : value);
  }

  private boolean put(long value) {
    int at = slot(table, value);
    if (table[at] == value) {
      return false;
    }
    table[at] = value;
    if (++size > table.length / 2) {
      long[] larger = new long[table.length * 2];
      for (long one : table) {
        if (one != 0) {
          larger[slot(larger, one)] = one;
        }
      }
      table = larger;
    }
    return true;
  }

  private static int slot(long[] table, long value) {
    int at = (int) value & (table.length - 1);
    while (table[at] != 0 && table[at] != value) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
