package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Client access settings of every mailbox. Rows that name no directory object, as those of some
 * mailboxes do, are given to the mailbox of that GUID or address.
 */
final class CasMailboxSource implements Source {
  private final ListSource list;

  CasMailboxSource(ExchangeClient client) {
    this.list = new ListSource(client, List.of(Command.all(Cmdlet.CAS_MAILBOX)));
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
    return false;
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Map<String, String> mailboxes = byName(earlier);
    Ending ending = list.read(answers, steps, row -> key(row, mailboxes));
    boolean unlikely =
        ending.status() == Status.COMPLETE
            && answers.rows() == 0
            && earlier.count(Dataset.MAILBOX) > 0;
    return unlikely ? Ending.of(Status.FAILED, Note.NO_ROWS.of()) : ending;
  }

  private static @Nullable String key(ObjectNode row, Map<String, String> mailboxes) {
    String id = MailboxKey.text(row, "ExternalDirectoryObjectId");
    if (id != null) {
      return id;
    }
    for (String property : List.of("ExchangeGuid", "Guid", "PrimarySmtpAddress")) {
      String name = MailboxKey.text(row, property);
      String key = name == null ? null : mailboxes.get(name);
      if (key != null) {
        return key;
      }
    }
    return null;
  }

  /** Keys of mailboxes by GUID and address. */
  private static Map<String, String> byName(Collected earlier) throws InterruptedException {
    Map<String, String> mailboxes = new HashMap<>();
    earlier.rows(
        Dataset.MAILBOX,
        (number, key, row) -> {
          if (key != null) {
            mailboxes.put(key, key);
            for (String property : List.of("Guid", "PrimarySmtpAddress")) {
              String name = MailboxKey.text(row, property);
              if (name != null) {
                mailboxes.put(name, key);
              }
            }
          }
        });
    return mailboxes;
  }
}
