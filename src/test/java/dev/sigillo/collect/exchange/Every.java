package dev.sigillo.collect.exchange;

import dev.sigillo.collect.exchange.ExchangeOptions.InboxRules;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.Pace;
import dev.sigillo.collect.run.Question;
import dev.sigillo.collect.run.Workload;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that can be asked. */
final class Every {
  static final Instant NOW = Instant.parse("2026-11-24T18:00:00Z");
  static final List<String> COMMANDS = Arrays.stream(Cmdlet.values()).map(Cmdlet::sent).toList();

  private Every() {}

  static List<Question> question(ExchangeClient client) {
    return question(client, InboxRules.FULL);
  }

  static List<Question> question(ExchangeClient client, InboxRules rules) {
    return question(client, rules, 0, group -> List.of());
  }

  static List<Question> question(
      ExchangeClient client, InboxRules rules, int budget, GroupDirectory roleGroups) {
    List<Question> questions =
        new ArrayList<>(
            ExchangeDatasets.questions(
                client,
                new ExchangeOptions(
                    rules, budget, true, NOW, Duration.ofDays(30), List.of(), roleGroups)));
    Workload traces = new Workload(Pace.of(1, 1000, Duration.ofSeconds(1)));
    questions.add(ExchangeDatasets.messageTraces(client, NOW, Duration.ofDays(2), traces));
    return questions;
  }
}
