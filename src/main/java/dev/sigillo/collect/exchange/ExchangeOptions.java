package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.GroupDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is read of Exchange besides settings.
 *
 * @param inboxRules of which mailboxes the inbox rules are read with the hidden ones
 * @param permissions whether it is read who may open mailboxes or send as them
 * @param now end of all logs
 * @param logs how far back the audit log is read; zero for not at all
 * @param groups who knows the members of groups that Exchange does not know, in order
 */
public record ExchangeOptions(
    InboxRules inboxRules,
    boolean permissions,
    Instant now,
    Duration logs,
    List<GroupDirectory> groups) {

  /** Of which mailboxes the inbox rules are read with the hidden ones. */
  public enum InboxRules {
    /** Of every mailbox. */
    FULL,
    /** Of those whose rules Graph does not show in full, and of administrators. */
    FAST,
    /** Of none. */
    OFF
  }

  public ExchangeOptions {
    groups = List.copyOf(groups);
  }
}
