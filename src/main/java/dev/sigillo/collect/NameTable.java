package dev.sigillo.collect;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who bears a name, by 64 bits of its SHA-256: 16 to 32 bytes a name where the names themselves
 * would not fit. Two names that collide make both their bearers doubtful, never one the other.
 */
public final class NameTable {
  private static final int SEVERAL = -2;
  private static final int FEW = 1 << 10;

  private final MessageDigest digest = sha256();
  private final Map<Long, List<Integer>> shared = new HashMap<>();
  private long[] hashes;
  private int[] bearers;
  private int used;

  /** An empty table, with room for so many names at first. */
  public NameTable(int names) {
    int slots = Integer.highestOneBit(Math.max(FEW, names + names / 3)) * 2;
    hashes = new long[slots];
    bearers = new int[slots];
  }

  /** Notes that somebody, by ordinal, bears the name. */
  public void put(String name, int bearer) {
    if (used > hashes.length / 4 * 3) {
      grow();
    }
    long hash = hash(name);
    int i = slot(hash);
    if (hashes[i] == 0) {
      hashes[i] = hash;
      bearers[i] = bearer;
      used++;
    } else if (bearers[i] == SEVERAL) {
      List<Integer> all = bearers(hash);
      if (!all.contains(bearer)) {
        all.add(bearer);
      }
    } else if (bearers[i] != bearer) {
      bearers(hash).addAll(List.of(bearers[i], bearer));
      bearers[i] = SEVERAL;
    }
  }

  /** Ordinals of all who bear the name. */
  public List<Integer> find(String name) {
    long hash = hash(name);
    int i = slot(hash);
    if (hashes[i] == 0) {
      return List.of();
    }
    return bearers[i] == SEVERAL ? List.copyOf(bearers(hash)) : List.of(bearers[i]);
  }

  private List<Integer> bearers(long hash) {
    return shared.computeIfAbsent(hash, h -> new ArrayList<>());
  }

  private void grow() {
    long[] oldHashes = hashes;
    int[] oldBearers = bearers;
    hashes = new long[oldHashes.length * 2];
    bearers = new int[oldBearers.length * 2];
    for (int old = 0; old < oldHashes.length; old++) {
      if (oldHashes[old] != 0) {
        int i = slot(oldHashes[old]);
        hashes[i] = oldHashes[old];
        bearers[i] = oldBearers[old];
      }
    }
  }

  /** Where the hash stands, or would stand. */
  private int slot(long hash) {
    int i = (int) hash & (hashes.length - 1);
    while (hashes[i] != 0 && hashes[i] != hash) {
      i = (i + 1) & (hashes.length - 1);
    }
    return i;
  }

  private long hash(String name) {
    long hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8))).getLong();
    return hash == 0 ? 1 : hash;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
