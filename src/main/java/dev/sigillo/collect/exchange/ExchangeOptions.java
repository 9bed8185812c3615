package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.GroupDirectory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What is read of Exchange besides settings.
 *
 * @param inboxRules of which mailboxes the inbox rules are read with the hidden ones
 * @param hiddenRulesBudget with FAST: of how many mailboxes besides those that call for it
 * @param permissions whether it is read who may open mailboxes or send as them
 * @param now end of all logs
 * @param logs how far back the audit log is read; zero for not at all
 * @param groups who knows the members of groups that Exchange does not know, in order
 * @param roleGroups who knows the members of groups that hold directory roles, by object id
 */
public record ExchangeOptions(
    InboxRules inboxRules,
    int hiddenRulesBudget,
    boolean permissions,
    Instant now,
    Duration logs,
    List<GroupDirectory> groups,
    GroupDirectory roleGroups) {

  /** Of which mailboxes the inbox rules are read with the hidden ones. */
  public enum InboxRules {
    /** Of every mailbox. */
    FULL,
    /** Of those that call for it, and of others as the budget allows: {@link HiddenRules}. */
    FAST,
    /** Of none. */
    OFF
  }

  public ExchangeOptions {
    groups = List.copyOf(groups);
  }
}
