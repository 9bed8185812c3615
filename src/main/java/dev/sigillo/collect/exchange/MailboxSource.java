package dev.sigillo.collect.exchange;

import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.List;
import java.util.Map;

/**
 * The list of mailboxes. A tenant may have none, but an empty answer proves nothing: it is believed
 * when the list of client access settings is empty too, which no documented API tells.
 */
final class MailboxSource implements Source {
  private final ExchangeClient client;
  private final Source list;

  MailboxSource(ExchangeClient client, Source list) {
    this.client = client;
    this.list = list;
  }

  @Override
  public String service() {
    return list.service();
  }

  @Override
  public String request() {
    return list.request();
  }

  @Override
  public boolean documented() {
    return list.documented();
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Ending ending = list.read(answers, earlier, steps);
    if (ending.status() != Status.COMPLETE || answers.rows() > 0) {
      return ending;
    }
    if (list.documented()) {
      return Ending.of(Status.FAILED, Note.NO_ROWS.of());
    }
    Command first = new Command(Cmdlet.CAS_MAILBOX, Map.of(Parameter.RESULT_SIZE, 1));
    int others = client.call(first, List.of(), null).rows().size();
    return others == 0
        ? ending
        : Ending.of(Status.FAILED, Note.KNOWN_ELSEWHERE.of(Dataset.CAS_MAILBOX.id(), others));
  }
}
