package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.NameTable;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
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
    Bearers mailboxes = new Bearers();
    earlier.rows(Dataset.MAILBOX, (number, key, row) -> mailboxes.add(key, row));
    Ending ending = list.read(answers, steps, row -> key(row, mailboxes));
    boolean unlikely =
        ending.status() == Status.COMPLETE
            && answers.rows() == 0
            && earlier.count(Dataset.MAILBOX) > 0;
    return unlikely ? Ending.of(Status.FAILED, Note.NO_ROWS.of()) : ending;
  }

  private static @Nullable String key(ObjectNode row, Bearers mailboxes) {
    String id = MailboxKey.text(row, "ExternalDirectoryObjectId");
    return id != null ? id : mailboxes.find(row);
  }

  /** Keys of mailboxes by GUID and address; a million take some 150 MB. */
  private static final class Bearers {
    private static final List<String> NAMES = List.of("ExchangeGuid", "Guid", "PrimarySmtpAddress");

    private final NameTable names = new NameTable();
    private final List<String> keys = new ArrayList<>();

    void add(@Nullable String key, ObjectNode row) {
      if (key == null) {
        return;
      }
      int ordinal = keys.size();
      keys.add(key);
      names.put(key, ordinal);
      for (String property : NAMES) {
        String name = MailboxKey.text(row, property);
        if (name != null) {
          names.put(name, ordinal);
        }
      }
    }

    /** The mailbox that alone bears one of the row's names; null when there is none. */
    @Nullable String find(ObjectNode row) {
      for (String property : NAMES) {
        String name = MailboxKey.text(row, property);
        List<Integer> bearers = name == null ? List.of() : names.find(name);
        if (bearers.size() == 1) {
          return keys.get(bearers.get(0));
        }
      }
      return null;
    }
  }
}
