package dev.sigillo.collect.exchange;

import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import java.util.List;
import java.util.stream.Collectors;

/** A dataset that is what one command lists, or several together. */
final class ListSource implements Source {
  private final ExchangeClient client;
  private final List<Command> commands;

  ListSource(ExchangeClient client, List<Command> commands) {
    this.client = client;
    this.commands = List.copyOf(commands);
  }

  @Override
  public String service() {
    return commands.get(0).cmdlet().via().called();
  }

  @Override
  public String request() {
    return commands.stream().map(Command::toString).collect(Collectors.joining("; "));
  }

  @Override
  public boolean documented() {
    return false;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    return read(answers, steps, MailboxKey::of);
  }

  /**
   * Reads it.
   *
   * @param key which mailbox a row is about
   */
  Ending read(Answers answers, Steps steps, RowSink.Keys key) throws InterruptedException {
    List<String> columns = commands.get(0).cmdlet().columns();
    ListReading reading =
        new ListReading(new Columns(client, columns), answers, new RowSink(answers, key), steps);
    return reading.read(commands);
  }
}
