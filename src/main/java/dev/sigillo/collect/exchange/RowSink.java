package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.snapshot.Dataset.Keyed;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Hands rows to the spool, each once, though a list may show one on two pages. */
final class RowSink {
  private static final List<String> NAMING =
      List.of("Guid", "ExchangeObjectId", "ImmutableId", "Identity", "DomainName", "Name");

  private final Answers answers;
  private final Function<ObjectNode, @Nullable String> key;
  private final Set<String> seen = new HashSet<>();
  private int unplaced;

  RowSink(Answers answers, Function<ObjectNode, @Nullable String> key) {
    this.answers = answers;
    this.key = key;
  }

  void add(ObjectNode row) {
    if (answers.dataset().keyed() == Keyed.NO) {
      if (seen.add(name(row))) {
        answers.row(row);
      }
      return;
    }
    String mailbox = key.apply(row);
    if (mailbox == null) {
      unplaced++;
    } else {
      answers.row(mailbox, row);
    }
  }

  /** Everything is read anew. */
  void forget() {
    answers.restart();
    seen.clear();
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
