package dev.sigillo.evaluate;

import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.snapshot.Subject;

/**
 * An entry of the inventory as a subject.
 *
 * @param entry what the organisation declares
 */
public record DeclaredSender(InventoryEntry entry) implements Subject {
  @Override
  public String subjectKey() {
    return entry.name();
  }

  @Override
  public String subjectName() {
    return entry.name();
  }
}
