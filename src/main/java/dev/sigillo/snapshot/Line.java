package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * One line of a dataset. A tenant-wide dataset has rows only; a keyed one (per mailbox, per group)
 * also says which keys were asked and had nothing, or did not answer.
 *
 * @param number line number, from 1
 * @param key the mailbox or group asked; null in tenant-wide datasets
 * @param row what the service returned; null for an empty answer or an error
 * @param error status and reason when the service did not answer for this key
 */
public record Line(
    long number, @Nullable String key, @Nullable ObjectNode row, @Nullable String error) {

  /** Asked, and there was nothing. */
  public boolean empty() {
    return row == null && error == null;
  }
}
