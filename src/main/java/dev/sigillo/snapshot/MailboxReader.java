package dev.sigillo.snapshot;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The mailboxes of a snapshot, one at a time with everything that was asked about each: one pass
 * over all datasets that are kept per mailbox, in flat memory.
 *
 * <p>The list of mailboxes is {@code exchange/Get-Mailbox}; a mailbox whose own settings were not
 * answered is there with absent ones. A dataset without a line for a mailbox is noted in {@link
 * Mailbox#unanswered()} whatever the dataset's own status.
 */
public final class MailboxReader implements Iterator<Mailbox>, AutoCloseable {
  private final KeyedPart list;
  private final Map<Dataset, KeyedPart> parts = new EnumMap<>(Dataset.class);

  private MailboxReader(KeyedPart list) {
    this.list = list;
  }

  /** Opens the mailboxes of a snapshot; none when it has no list of them. */
  public static MailboxReader open(Snapshot snapshot) {
    MailboxReader reader = new MailboxReader(new KeyedPart(snapshot, Dataset.MAILBOX));
    try {
      for (Dataset dataset : Dataset.values()) {
        if (dataset.keyed() == Dataset.Keyed.BY_MAILBOX && dataset != Dataset.MAILBOX) {
          reader.parts.put(dataset, new KeyedPart(snapshot, dataset));
        }
      }
      return reader;
    } catch (RuntimeException e) {
      reader.close();
      throw e;
    }
  }

  @Override
  public boolean hasNext() {
    return list.key() != null;
  }

  @Override
  public Mailbox next() {
    String key = list.key();
    if (key == null) {
      throw new NoSuchElementException("no more mailboxes");
    }
    Map<Dataset, Unanswered> unanswered = new EnumMap<>(Dataset.class);
    return new Mailbox(
        key,
        one(list, MailboxSettings.class, key, unanswered),
        one(part(Dataset.CAS_MAILBOX), CasMailbox.class, key, unanswered),
        one(part(Dataset.USER), User.class, key, unanswered),
        one(part(Dataset.USER_REGISTRATION), UserRegistration.class, key, unanswered),
        many(part(Dataset.INBOX_RULE), InboxRule.class, key, unanswered),
        many(part(Dataset.MESSAGE_RULE), MessageRule.class, key, unanswered),
        many(part(Dataset.MAILBOX_PERMISSION), MailboxPermission.class, key, unanswered),
        many(part(Dataset.RECIPIENT_PERMISSION), RecipientPermission.class, key, unanswered),
        unanswered);
  }

  /**
   * Per dataset, how many keys it has that the list of mailboxes does not: in Exchange's datasets a
   * sign that the list was cut short. Complete once the last mailbox was read.
   */
  public Map<Dataset, Long> strangers() {
    Map<Dataset, Long> strangers = new EnumMap<>(Dataset.class);
    for (KeyedPart part : parts.values()) {
      if (!hasNext()) {
        part.exhaust();
      }
      if (part.passed() > 0) {
        strangers.put(part.dataset(), part.passed());
      }
    }
    return strangers;
  }

  @Override
  public void close() {
    list.close();
    parts.values().forEach(KeyedPart::close);
  }

  private KeyedPart part(Dataset dataset) {
    KeyedPart part = parts.get(dataset);
    if (part == null) {
      throw new IllegalStateException(dataset + " is not kept per mailbox");
    }
    return part;
  }

  private static <T extends Fact> T one(
      KeyedPart part, Class<T> type, String key, Map<Dataset, Unanswered> unanswered) {
    List<T> rows = many(part, type, key, unanswered);
    if (rows.size() > 1) {
      throw new SnapshotException(
          "%s: %s has %d rows; it can have only one."
              .formatted(part.dataset().id(), Printable.of(key), rows.size()));
    }
    return rows.isEmpty()
        ? RowReader.absent(type, new RowRef(part.dataset().id(), 0, key))
        : rows.get(0);
  }

  private static <T extends Fact> List<T> many(
      KeyedPart part, Class<T> type, String key, Map<Dataset, Unanswered> unanswered) {
    List<Line> lines = part.take(key);
    String error = firstError(lines);
    if (error != null || lines.isEmpty()) {
      unanswered.put(
          part.dataset(), error == null ? Unanswered.NOT_ASKED : Unanswered.noAnswer(error));
      return List.of();
    }
    List<T> rows = new ArrayList<>(lines.size());
    for (Line line : lines) {
      if (line.row() != null) {
        RowRef ref = RowRef.of(part.dataset().id(), line.number(), line.row());
        rows.add(RowReader.read(type, ref, line.row()));
      }
    }
    return rows;
  }

  private static @Nullable String firstError(List<Line> lines) {
    for (Line line : lines) {
      if (line.error() != null) {
        return line.error();
      }
    }
    return null;
  }
}
