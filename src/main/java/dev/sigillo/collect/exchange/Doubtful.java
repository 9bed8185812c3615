package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.Collected;
import dev.sigillo.snapshot.Dataset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Mailboxes whose inbox rules are worth a second look when there is no time for all. */
final class Doubtful {
  private Doubtful() {}

  /**
   * Keys of mailboxes with a rule that Graph shows without saying what it does, and of accounts
   * that hold a directory role.
   */
  static Set<String> keys(Collected earlier) throws InterruptedException {
    Set<String> keys = new HashSet<>();
    earlier.rows(
        Dataset.MESSAGE_RULE,
        (number, key, row) -> {
          boolean opaque = row.path("isReadOnly").asBoolean() && row.path("actions").isEmpty();
          if (opaque && key != null) {
            keys.add(key);
          }
        });
    earlier.rows(
        Dataset.ROLE_ASSIGNMENT,
        (number, key, row) -> keys.add(row.path("principalId").asText().toLowerCase(Locale.ROOT)));
    return keys;
  }
}
