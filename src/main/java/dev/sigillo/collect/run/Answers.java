package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.PersonalText;
import dev.sigillo.snapshot.Projection;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of one dataset go while it is read. Of each row only the properties that facts
 * know are kept. A list says after each page where it stands, a sweep over mailboxes which one is
 * done: an interrupted run goes on there. A mailbox that a list names twice, because it moved
 * between pages, is kept once. Safe for use by several threads.
 */
public final class Answers implements AutoCloseable {
  private final Dataset dataset;
  private final Projection projection;
  private final boolean once;
  private final Set<String> withheld = new TreeSet<>();
  private final BitSet items = new BitSet();
  private final KeySet keys = new KeySet();
  private final Spool spool;
  private long rows;
  private @Nullable String cursor;
  private @Nullable Integer source;
  private SpoolLine.@Nullable Ended ended;

  /** What is written about one mailbox or group, all together. */
  public interface Item {
    /** A row of its own. */
    void row(String key, ObjectNode row);

    /** Asked, and nothing there. */
    void empty(String key);

    /** Asked, and not answered. */
    void error(String key, String reason);
  }

  Answers(Path file, Dataset dataset, Set<PersonalText> texts) {
    this.dataset = dataset;
    this.projection = Projection.of(dataset, texts);
    this.once =
        dataset == Dataset.MAILBOX
            || dataset == Dataset.CAS_MAILBOX
            || dataset == Dataset.USER
            || dataset == Dataset.USER_REGISTRATION;
    this.spool = Spool.open(file, this::remember);
  }

  /** Which dataset this is. */
  public Dataset dataset() {
    return dataset;
  }

  /** Rows so far, those of an interrupted run among them. */
  public synchronized long rows() {
    return rows;
  }

  /** Where the interrupted run's list stopped; null to begin at the beginning. */
  public synchronized @Nullable String cursor() {
    return cursor;
  }

  /** A row of a tenant-wide dataset; a second copy of a row is left out. */
  public synchronized void row(ObjectNode row) {
    boolean alike = dataset.isTraffic() && dataset != Dataset.MESSAGE_TRACE;
    once(row, alike ? null : print(row.toString()));
  }

  /** A row of a tenant-wide dataset; a second one of that name is left out. */
  public synchronized void row(ObjectNode row, String name) {
    once(row, print(name));
  }

  private void once(ObjectNode row, @Nullable String print) {
    if (print == null || keys.add(print)) {
      spool.add(SpoolLine.row(projection.keep(row), print));
      rows++;
    }
  }

  /** A row about a mailbox or group; a second one where there can be one only is left out. */
  public synchronized void row(String key, ObjectNode row) {
    String folded = fold(key);
    if (!once || keys.add(folded)) {
      spool.add(SpoolLine.row(folded, projection.keep(row)));
      rows++;
    }
  }

  /** Asked about this key, and there was nothing. */
  public synchronized void empty(String key) {
    spool.add(SpoolLine.empty(fold(key)));
  }

  /** Asked about this key, and not answered: status and reason. */
  public synchronized void error(String key, String reason) {
    spool.add(SpoolLine.error(fold(key), reason));
  }

  /**
   * Everything so far is whole.
   *
   * @param next where the list goes on
   */
  public synchronized void checkpoint(String next) {
    withheld.addAll(projection.withheld());
    cursor = next;
    spool.add(SpoolLine.cursor(next, List.copyOf(withheld), source));
    spool.flush();
  }

  /** What another source had read is forgotten: its cursor means nothing to this one. */
  synchronized void readBy(int one) {
    Integer next = one == 0 ? null : one;
    if (!Objects.equals(source, next)) {
      restart();
      source = next;
    }
  }

  /** Forgets everything: the list has to be read again from its beginning, or elsewhere. */
  public synchronized void restart() {
    spool.clear();
    items.clear();
    keys.clear();
    rows = 0;
    cursor = null;
    ended = null;
  }

  /** Whether the item of that number was done already. */
  public synchronized boolean done(int item) {
    return items.get(item);
  }

  /** How many items were done. */
  public synchronized int itemsDone() {
    return items.cardinality();
  }

  /**
   * Writes everything about one item, all or nothing.
   *
   * @param item its number in the list that is gone through
   */
  public synchronized void item(int item, Consumer<Item> content) {
    content.accept(
        new Item() {
          @Override
          public void row(String key, ObjectNode row) {
            Answers.this.row(key, row);
          }

          @Override
          public void empty(String key) {
            Answers.this.empty(key);
          }

          @Override
          public void error(String key, String reason) {
            Answers.this.error(key, reason);
          }
        });
    boolean more = withheld.addAll(projection.withheld());
    spool.add(SpoolLine.item(item, more ? List.copyOf(withheld) : null, source));
    spool.flush();
    items.set(item);
  }

  synchronized void end(SpoolLine.Ended how) {
    withheld.addAll(projection.withheld());
    spool.add(SpoolLine.ended(how, List.copyOf(withheld)));
    spool.flush();
    ended = how;
  }

  /** How an interrupted run had ended it; null when it had not. */
  synchronized SpoolLine.@Nullable Ended ended() {
    return ended;
  }

  synchronized List<String> withheld() {
    return List.copyOf(withheld);
  }

  @Override
  public synchronized void close() {
    spool.close();
  }

  private void remember(SpoolLine line) {
    if (line.row() != null) {
      rows++;
      if (once && line.key() != null) {
        keys.add(line.key());
      } else if (line.print() != null) {
        keys.add(line.print());
      }
    }
    if (line.mark()) {
      source = line.source();
    }
    if (line.cursor() != null) {
      cursor = line.cursor();
    }
    if (line.item() != null) {
      items.set(line.item().intValue());
    }
    if (line.withheld() != null) {
      withheld.addAll(line.withheld());
    }
    ended = line.ended();
  }

  /** Equal texts have equal prints, in the form of a GUID, which takes little room. */
  private static String print(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String fold(String key) {
    return key.strip().toLowerCase(Locale.ROOT);
  }
}
