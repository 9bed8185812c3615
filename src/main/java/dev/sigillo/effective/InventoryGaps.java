package dev.sigillo.effective;

import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.InventoryEntry.Credential;
import java.util.ArrayList;
import java.util.List;

/** What an entry of the inventory has to say about its sender, and does not. */
public final class InventoryGaps {
  private static final String ROTATED = "credential.rotatedOn";

  private InventoryGaps() {}

  /** Keys of the policy that an entry must have; a password must say when it was last changed. */
  public static List<String> required(InventoryEntry entry) {
    List<String> keys =
        new ArrayList<>(List.of("credential", "reviewedOn", "server", "volumePerDay"));
    Credential credential = entry.credential();
    if (credential != null && credential.kind().equalsIgnoreCase("password")) {
      keys.add(1, ROTATED);
    }
    return List.copyOf(keys);
  }

  /** The required keys that an entry lacks, in the same order. */
  public static List<String> of(InventoryEntry entry) {
    return required(entry).stream().filter(key -> lacks(entry, key)).toList();
  }

  private static boolean lacks(InventoryEntry entry, String key) {
    Credential credential = entry.credential();
    return switch (key) {
      case "credential" -> credential == null;
      case ROTATED -> credential == null || credential.rotatedOn() == null;
      case "reviewedOn" -> entry.reviewedOn() == null;
      case "server" -> entry.server() == null;
      case "volumePerDay" -> entry.volumePerDay() == null;
      default -> throw new IllegalArgumentException("unknown key " + key);
    };
  }
}
