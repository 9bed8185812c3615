package dev.sigillo.effective;

import dev.sigillo.snapshot.TransportRule;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a transport rule can be relied on to stop automatic forwarding: it rejects or deletes
 * every message of type AutoForward that leaves, now and without an end date. One with an exception
 * or a further condition stops only some, and counts as none.
 *
 * <p>Exchange gives the type AutoForward to what inbox rules send on, never to mailbox forwarding;
 * and a redirected message keeps its first sender, so that a rule for senders inside misses it.
 *
 * @see <a href="https://learn.microsoft.com/powershell/module/exchange/new-transportrule">
 *     New-TransportRule, MessageTypeMatches</a>
 */
public final class AutoForwardRule {
  private static final Set<String> NEUTRAL =
      Set.of("messagetypematchespredicate", "senttoscopepredicate", "fromscopepredicate");

  private AutoForwardRule() {}

  /** Whether the rule stops everything that inbox rules forward outside, redirects aside. */
  public static boolean stops(TransportRule rule) {
    return stops(rule, How.FORWARD_TO);
  }

  static boolean stops(TransportRule rule, How how) {
    return how.byInboxRule()
        && rule.state().is("Enabled")
        && rule.mode().is("Enforce")
        && rule.messageTypeMatches().is("AutoForward")
        && refuses(rule)
        && unlimited(rule, NEUTRAL)
        && (rule.sentToScope().isEmpty() || rule.sentToScope().is("NotInOrganization"))
        && (rule.fromScope().isEmpty()
            || (rule.fromScope().is("InOrganization") && how != How.REDIRECT_TO));
  }

  /** Whether what meets the rule is not delivered. */
  static boolean refuses(TransportRule rule) {
    return rule.deleteMessage().is(true)
        || rule.rejectMessageReasonText().notEmpty()
        || rule.rejectMessageEnhancedStatusCode().notEmpty();
  }

  /** Whether nothing narrows the rule: no dates, no exceptions, no condition but the given ones. */
  static boolean unlimited(TransportRule rule, Set<String> neutral) {
    return rule.activationDate().isEmpty()
        && rule.expiryDate().isEmpty()
        && rule.exceptions().isEmpty()
        && rule.conditions().notEmpty()
        && rule.conditions().list().stream().allMatch(name -> neutral.contains(plain(name)));
  }

  /** Conditions come as class names, such as {@code Microsoft.….SentToScopePredicate}. */
  private static String plain(String condition) {
    return condition.substring(condition.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
