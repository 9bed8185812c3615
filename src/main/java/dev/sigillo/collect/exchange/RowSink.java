package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.snapshot.Dataset.Keyed;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hands rows to the spool, each once, though a list may show one on two pages. */
final class RowSink {
  private static final List<String> NAMING =
      List.of("Guid", "ExchangeObjectId", "ImmutableId", "Identity", "DomainName", "Name");

  /** Says whose a row is. */
  interface Keys {
    /** The mailbox; null when the row names none. */
    @Nullable String of(ObjectNode row) throws InterruptedException;
  }

  private final Answers answers;
  private final Keys key;
  private int unplaced;

  RowSink(Answers answers, Keys key) {
    this.answers = answers;
    this.key = key;
  }

  void add(ObjectNode row) throws InterruptedException {
    if (answers.dataset().keyed() == Keyed.NO) {
      answers.row(row, name(row));
      return;
    }
    String mailbox = key.of(row);
    if (mailbox == null) {
      unplaced++;
    } else {
      answers.row(mailbox, row);
    }
  }

  /** Everything is read anew. */
  void forget() {
    answers.restart();
    unplaced = 0;
  }

  /** Rows that name no mailbox. */
  int unplaced() {
    return unplaced;
  }

  private static String name(ObjectNode row) {
    StringBuilder name = new StringBuilder();
    for (String property : NAMING) {
      String text = MailboxKey.text(row, property);
      if (text != null) {
        name.append(property).append('=').append(text).append('\n');
      }
    }
    return name.isEmpty() ? row.toString() : name.toString();
  }
}
