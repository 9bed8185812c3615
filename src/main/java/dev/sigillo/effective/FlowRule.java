package dev.sigillo.effective;

import dev.sigillo.snapshot.Setting;
import dev.sigillo.snapshot.TransportRule;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a transport rule can be relied on to stop what flows of Power Automate forward: it
 * rejects or deletes whatever bears the header that the Office 365 Outlook connector writes, now
 * and without an end date. One with an exception or a further condition stops only some, and counts
 * as none.
 *
 * @see <a
 *     href="https://learn.microsoft.com/power-platform/admin/block-forwarded-email-from-power-automate">
 *     Email exfiltration controls for connectors</a>
 */
public final class FlowRule {
  private static final Set<String> NEUTRAL =
      Set.of(
          "headercontainspredicate",
          "headermatchespredicate",
          "senttoscopepredicate",
          "fromscopepredicate");

  private FlowRule() {}

  /** Whether the rule stops everything that flows forward outside. */
  public static boolean stops(TransportRule rule) {
    return rule.state().is("Enabled")
        && rule.mode().is("Enforce")
        && AutoForwardRule.refuses(rule)
        && AutoForwardRule.unlimited(rule, NEUTRAL)
        && (rule.sentToScope().isEmpty() || rule.sentToScope().is("NotInOrganization"))
        && (rule.fromScope().isEmpty() || rule.fromScope().is("InOrganization"))
        && named(rule)
        && meets(rule.headerContainsMessageHeader(), rule.headerContainsWords())
        && meets(rule.headerMatchesMessageHeader(), rule.headerMatchesPatterns());
  }

  private static boolean named(TransportRule rule) {
    return rule.headerContainsMessageHeader().notEmpty()
        || rule.headerMatchesMessageHeader().notEmpty();
  }

  /** A condition that every forward of a flow meets; none at all is met by everything. */
  private static boolean meets(Setting<String> header, Setting<List<String>> words) {
    return header.isEmpty()
        || (header.is("x-ms-mail-application")
            && (names(words, "power automate") || names(words, "microsoft-flow")))
        || (header.is("x-ms-mail-operation-type") && names(words, "forward"));
  }

  /** Words or patterns; a pattern counts by the text in it. */
  private static boolean names(Setting<List<String>> words, String text) {
    return words.list().stream().anyMatch(word -> word.toLowerCase(Locale.ROOT).contains(text));
  }
}
