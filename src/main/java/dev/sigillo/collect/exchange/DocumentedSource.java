package dev.sigillo.collect.exchange;

import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import java.util.List;

/** A dataset from the Exchange Admin API v2.0, which Microsoft documents and calls a preview. */
final class DocumentedSource implements Source {
  private final ExchangeClient client;
  private final Command command;

  DocumentedSource(ExchangeClient client, Command command) {
    this.client = client;
    this.command = command;
  }

  @Override
  public String service() {
    return "Exchange Admin API v2.0 (preview)";
  }

  @Override
  public String request() {
    return command.toString();
  }

  @Override
  public boolean documented() {
    return true;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    RowSink sink = new RowSink(answers, MailboxKey::of);
    return new ListReading(client::callDocumented, answers, sink, steps).read(List.of(command));
  }
}
