package dev.sigillo.collect.tenant;

import dev.sigillo.collect.exchange.ExchangeOptions;
import dev.sigillo.snapshot.PersonalText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is read of a tenant.
 *
 * @param supportedOnly only what Microsoft documents for third parties
 * @param export folder of exports for what no service answers; null for none
 * @param inboxRules of which mailboxes hidden inbox rules are read; off for no inbox rules at all
 * @param hiddenRulesBudget with FAST: of how many mailboxes besides those that call for it
 * @param logs how far back logs of what people did are read; zero for none
 * @param traces how far back failed messages are traced, where logs are read
 * @param texts words of or about people that are kept; with logs, departments too
 */
public record Wish(
    boolean supportedOnly,
    @Nullable Path export,
    ExchangeOptions.InboxRules inboxRules,
    int hiddenRulesBudget,
    Duration logs,
    Duration traces,
    Set<PersonalText> texts) {

  public Wish {
    Set<PersonalText> kept = new HashSet<>(texts);
    if (!logs.isZero()) {
      kept.add(PersonalText.DEPARTMENTS);
    }
    texts = Set.copyOf(kept);
  }

  /** What a run that goes on has to have in common with the one that was interrupted. */
  Map<String, String> asked() {
    Map<String, String> asked = new TreeMap<>();
    asked.put("--supported-only", String.valueOf(supportedOnly));
    asked.put("--import", String.valueOf(export));
    asked.put("--inbox-rules", String.valueOf(inboxRules));
    asked.put("--hidden-rules-budget", String.valueOf(hiddenRulesBudget));
    asked.put("--logs", String.valueOf(logs));
    asked.put("--trace-hours", String.valueOf(traces));
    asked.put("--with-subjects", String.valueOf(texts.contains(PersonalText.SUBJECTS)));
    asked.put("--with-rule-texts", String.valueOf(texts.contains(PersonalText.RULE_TEXTS)));
    return asked;
  }
}
