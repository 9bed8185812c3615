package dev.sigillo.cli;

import dev.sigillo.collect.exchange.ExchangeOptions;
import dev.sigillo.collect.tenant.Wish;
import dev.sigillo.snapshot.PersonalText;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is read of a live tenant, shared by {@code collect} and {@code audit}. */
final class TenantOptions {
  /** Microsoft keeps none longer. */
  private static final int MOST_DAYS = 90;

  /** Their keys are held in memory. */
  private static final int MOST_HIDDEN = 100_000;

  @Option(
      names = "--supported-only",
      description =
          "Ask only what Microsoft documents for third parties: Graph, the Exchange Admin API and exports.")
  private boolean supportedOnly;

  @Option(
      names = "--import",
      paramLabel = "DIR",
      description = "Folder of Get-….json or Get-….csv, for what the services do not answer.")
  private @Nullable Path export;

  @Option(
      names = "--inbox-rules",
      paramLabel = "HOW",
      defaultValue = "fast",
      description =
          "fast: through Graph, hidden rules of mailboxes that call for it and of others as the budget allows; full: hidden rules of every mailbox, about a second each; off (default: ${DEFAULT-VALUE}).")
  private ExchangeOptions.InboxRules inboxRules = ExchangeOptions.InboxRules.FAST;

  @Option(
      names = "--hidden-rules-budget",
      paramLabel = "MAILBOXES",
      defaultValue = "5000",
      description = "With fast: how many others (default: ${DEFAULT-VALUE}).")
  private int hiddenRulesBudget = 5000;

  @Option(
      names = "--logs",
      paramLabel = "DAYS",
      description =
          "Read logs of what people did, so many days back: sign-ins, audit events; and traces of failed messages (default: none).")
  private int logs;

  @Option(
      names = "--trace-hours",
      paramLabel = "HOURS",
      defaultValue = "48",
      description =
          "With --logs: how far back failed messages are traced (default: ${DEFAULT-VALUE}).")
  private int traceHours = 48;

  @Option(
      names = "--with-subjects",
      description = "Keep the subjects of messages in message traces (default: left out).")
  private boolean subjects;

  @Option(
      names = "--with-rule-texts",
      description = "Keep the names of inbox rules; they reveal private life (default: left out).")
  private boolean ruleTexts;

  @Option(
      names = "--resume",
      description = "Go on with a collection into the same file that was interrupted.")
  private boolean resume;

  /** Whether an interrupted collection is gone on with. */
  boolean resume() {
    return resume;
  }

  /** What is read. */
  Wish wish() {
    if (logs < 0 || logs > MOST_DAYS) {
      throw new UsageException("--logs %d: allowed are 1 to %d days".formatted(logs, MOST_DAYS));
    }
    if (traceHours < 1 || traceHours > MOST_DAYS * 24) {
      throw new UsageException(
          "--trace-hours %d: allowed are 1 to %d hours".formatted(traceHours, MOST_DAYS * 24));
    }
    if (hiddenRulesBudget < 0 || hiddenRulesBudget > MOST_HIDDEN) {
      throw new UsageException(
          "--hidden-rules-budget %d: allowed are 0 to %d mailboxes; for more, --inbox-rules full"
              .formatted(hiddenRulesBudget, MOST_HIDDEN));
    }
    Set<PersonalText> texts = EnumSet.noneOf(PersonalText.class);
    if (ruleTexts) {
      texts.add(PersonalText.RULE_TEXTS);
    }
    if (subjects) {
      texts.add(PersonalText.SUBJECTS);
    }
    return new Wish(
        supportedOnly,
        export,
        inboxRules,
        hiddenRulesBudget,
        Duration.ofDays(logs),
        Duration.ofHours(traceHours),
        texts);
  }
}
