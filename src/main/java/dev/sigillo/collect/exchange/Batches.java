package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.ServiceException;
import java.util.ArrayList;
import java.util.List;

/** Puts many commands, ten in a request; what the service puts off is asked again. */
final class Batches {
  private final ExchangeClient client;

  Batches(ExchangeClient client) {
    this.client = client;
  }

  /** An answer or refusal for each, in their order. */
  List<ExchangeClient.Item> ask(List<Command> commands) throws InterruptedException {
    List<ExchangeClient.Item> all = new ArrayList<>();
    for (int from = 0; from < commands.size(); from += ExchangeClient.BATCH) {
      int to = Math.min(commands.size(), from + ExchangeClient.BATCH);
      all.addAll(batch(commands.subList(from, to)));
    }
    return all;
  }

  private List<ExchangeClient.Item> batch(List<Command> commands) throws InterruptedException {
    ExchangeClient.Item[] answers = new ExchangeClient.Item[commands.size()];
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < commands.size(); i++) {
      open.add(i);
    }
    try {
      client.workload().call(() -> once(commands, answers, open));
    } catch (ServiceException e) {
      open.forEach(i -> answers[i] = new ExchangeClient.Item(null, e));
    }
    return List.of(answers);
  }

  private List<Integer> once(
      List<Command> commands, ExchangeClient.Item[] answers, List<Integer> open)
      throws InterruptedException {
    List<Integer> asked = List.copyOf(open);
    List<ExchangeClient.Item> items =
        client.batch(asked.stream().map(commands::get).toList(), List.of());
    ServiceException later = null;
    for (int i = 0; i < asked.size(); i++) {
      ServiceException refusal = items.get(i).refusal();
      if (refusal != null && refusal.again()) {
        later = refusal;
      } else {
        answers[asked.get(i)] = items.get(i);
        open.remove(asked.get(i));
      }
    }
    if (later != null) {
      throw later;
    }
    return open;
  }
}
