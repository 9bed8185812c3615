package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Projection;
import dev.sigillo.snapshot.Unplaced;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Gives the rows of a per-mailbox export to their mailboxes. A row that names no mailbox of the
 * list, or several, is kept apart, and the mailboxes that may own it are unknown.
 */
final class PerMailbox implements Placing {
  private final Dataset dataset;
  private final MailboxIndex mailboxes;
  private final DatasetWriter writer;
  private final Projection projection;
  private final ExportLog.@Nullable Asked log;
  private final BitSet answered = new BitSet();
  private final BitSet doubtful = new BitSet();
  private final BitSet twice = new BitSet();
  private final Set<String> unmatched = new HashSet<>();
  private final Set<String> ambiguous = new HashSet<>();

  PerMailbox(
      Dataset dataset,
      MailboxIndex mailboxes,
      DatasetWriter writer,
      Projection projection,
      ExportLog.@Nullable Asked log) {
    this.dataset = dataset;
    this.mailboxes = mailboxes;
    this.writer = writer;
    this.projection = projection;
    this.log = log;
  }

  @Override
  public void row(ObjectNode row) {
    List<String> names = Owners.of(dataset, row);
    List<Integer> found = List.of();
    for (String name : names) {
      List<Integer> bearers = mailboxes.find(name);
      if (bearers.size() == 1) {
        found = bearers;
        break;
      }
      found = found.isEmpty() ? bearers : found;
    }
    ObjectNode kept = projection.keep(row);
    String owner = names.isEmpty() ? "" : Names.fold(names.get(0));
    if (found.size() == 1) {
      int mailbox = found.get(0);
      if (answered.get(mailbox) && single()) {
        twice.set(mailbox);
      } else {
        answered.set(mailbox);
        writer.row(mailboxes.key(mailbox), kept);
      }
    } else if (found.isEmpty()) {
      unplaced(row, kept, owner);
    } else {
      found.forEach(doubtful::set);
      ambiguous.add(owner);
      writer.row(Unplaced.ambiguous(owner), kept);
    }
  }

  /**
   * A row of nobody in the list: an account without a mailbox, or a sign that the list is short.
   */
  private void unplaced(ObjectNode row, ObjectNode kept, String owner) {
    boolean account = dataset == Dataset.USER || dataset == Dataset.USER_REGISTRATION;
    String own = account ? Names.first(row, List.of("Id", "ObjectId")) : MailboxKey.of(row);
    if (own != null && (account || (single() && mailboxes.size() == 0))) {
      writer.row(own, kept);
    } else {
      unmatched.add(owner);
      writer.row(Unplaced.unmatched(owner), kept);
    }
  }

  private boolean single() {
    return dataset == Dataset.CAS_MAILBOX
        || dataset == Dataset.USER
        || dataset == Dataset.USER_REGISTRATION;
  }

  /** Says of each mailbox without a row whether there is nothing, or whether that is not known. */
  @Override
  public @Nullable String finish() {
    BitSet failed = new BitSet();
    BitSet asked = new BitSet();
    if (log != null) {
      for (ExportLog.Failure failure : log.failed()) {
        for (int mailbox : mailboxes.find(failure.mailbox())) {
          failed.set(mailbox);
          writer.error(mailboxes.key(mailbox), failure.error());
        }
      }
      if (log.all()) {
        asked.set(0, mailboxes.size());
      } else if (log.asked() != null) {
        for (JsonNode name : log.asked()) {
          mailboxes.find(name.asText()).forEach(asked::set);
        }
      }
    }
    for (int mailbox = 0; mailbox < mailboxes.size(); mailbox++) {
      if (!failed.get(mailbox)) {
        finish(mailbox, asked.get(mailbox));
      }
    }
    return unmatched.isEmpty() && ambiguous.isEmpty()
        ? null
        : Note.ROWS_UNPLACED.of(unmatched.size(), ambiguous.size());
  }

  private void finish(int mailbox, boolean asked) {
    String key = mailboxes.key(mailbox);
    if (twice.get(mailbox)) {
      writer.error(key, Note.SEVERAL_ROWS.of());
    } else if (doubtful.get(mailbox)) {
      writer.error(key, Note.SHARED_NAME.of());
    } else if (asked && !answered.get(mailbox) && !single()) {
      if (unmatched.isEmpty()) {
        writer.empty(key);
      } else {
        writer.error(key, Note.OWNERLESS_ROWS.of());
      }
    }
  }
}
