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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
  public Set<Dataset> needs() {
    return Set.of(Dataset.MAILBOX);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Bearers mailboxes = new Bearers(earlier);
    Ending ending = list.read(answers, steps, row -> key(row, mailboxes));
    boolean unlikely =
        ending.status() == Status.COMPLETE
            && answers.rows() == 0
            && earlier.count(Dataset.MAILBOX) > 0;
    return unlikely ? Ending.of(Status.FAILED, Note.NO_ROWS.of()) : ending;
  }

  private static @Nullable String key(ObjectNode row, Bearers mailboxes)
      throws InterruptedException {
    String id = MailboxKey.text(row, "ExternalDirectoryObjectId");
    return id != null ? id : mailboxes.find(row);
  }

  /** Mailboxes by GUID and address, read when first asked for; a million take some 90 MB. */
  private static final class Bearers {
    private static final List<String> NAMES = List.of("ExchangeGuid", "Guid", "PrimarySmtpAddress");

    private static final UUID NONE = new UUID(0, 0);

    private final Collected earlier;
    private final List<UUID> keys = new ArrayList<>();
    private final Map<Integer, String> others = new HashMap<>();
    private @Nullable NameTable names;

    Bearers(Collected earlier) {
      this.earlier = earlier;
    }

    /** The mailbox that alone bears one of the row's names; null when there is none. */
    @Nullable String find(ObjectNode row) throws InterruptedException {
      NameTable table = names();
      for (String property : NAMES) {
        String name = MailboxKey.text(row, property);
        List<Integer> bearers = name == null ? List.of() : table.find(name);
        if (bearers.size() == 1) {
          int ordinal = bearers.get(0);
          return others.getOrDefault(ordinal, keys.get(ordinal).toString());
        }
      }
      return null;
    }

    private NameTable names() throws InterruptedException {
      NameTable known = names;
      if (known == null) {
        NameTable fresh = new NameTable(NAMES.size() * earlier.count(Dataset.MAILBOX));
        earlier.rows(Dataset.MAILBOX, (number, key, row) -> add(fresh, key, row));
        names = fresh;
        return fresh;
      }
      return known;
    }

    private void add(NameTable table, @Nullable String key, ObjectNode row) {
      if (key == null) {
        return;
      }
      int ordinal = keys.size();
      UUID guid = MailboxKey.guid(key);
      keys.add(guid == null ? NONE : guid);
      if (guid == null) {
        others.put(ordinal, key);
      }
      for (String property : NAMES) {
        String name = MailboxKey.text(row, property);
        if (name != null) {
          table.put(name, ordinal);
        }
      }
    }
  }
}
