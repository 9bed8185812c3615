package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Source.Steps;
import dev.sigillo.snapshot.Dataset.Keyed;
import dev.sigillo.snapshot.Note;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list into the spool. Links to the next page live for half an hour, and some callers
 * cannot use them at all: then the list is asked anew, and after that in parts that fit on a page.
 */
final class ListReading {
  private static final String PART = "part:";

  private final Answers answers;
  private final RowSink sink;
  private final Steps steps;
  private final Listing listing;
  private boolean marks;

  ListReading(Listing.Pages pages, Answers answers, RowSink sink, Steps steps) {
    this.answers = answers;
    this.sink = sink;
    this.steps = steps;
    this.listing = new Listing(pages);
    this.marks = answers.dataset().keyed() == Keyed.BY_MAILBOX;
  }

  /** Reads what these commands list together. */
  Ending read(List<Command> commands) throws InterruptedException {
    String cursor = marks ? answers.cursor() : null;
    if (cursor == null) {
      sink.forget();
    }
    for (Command command : commands) {
      read(command, cursor, commands.size() == 1);
    }
    if (sink.unplaced() > 0) {
      listing.incomplete(Note.ROWS_UNPLACED.of(sink.unplaced()));
    }
    return listing.ending();
  }

  private void read(Command command, @Nullable String cursor, boolean alone)
      throws InterruptedException {
    if (cursor != null && cursor.startsWith(PART)) {
      parts(command, Integer.parseInt(cursor.substring(PART.length())));
      return;
    }
    if (whole(command, cursor) == null) {
      return;
    }
    if (alone) {
      sink.forget();
    }
    String expired = whole(command, null);
    if (expired == null) {
      return;
    }
    if (command.cmdlet().parameters().contains(Parameter.FILTER)) {
      parts(command, 0);
    } else {
      listing.incomplete(expired);
    }
  }

  /** Reads the whole list; returns why it could not be followed to its end, else null. */
  private @Nullable String whole(Command command, @Nullable String from)
      throws InterruptedException {
    try {
      listing.read(command, from, this::page);
      return null;
    } catch (ServiceException e) {
      if (e.kind() != Kind.CURSOR_EXPIRED) {
        throw e;
      }
      return e.reason();
    }
  }

  private void parts(Command command, int from) throws InterruptedException {
    boolean resumable = marks;
    marks = false;
    List<String> beginnings = new ArrayList<>(Partitions.longer(""));
    for (int i = from; i <= beginnings.size(); i++) {
      if (i < beginnings.size()) {
        part(command, beginnings.get(i));
      } else {
        rest(command, "");
      }
      if (resumable && whole()) {
        answers.checkpoint(PART + (i + 1));
      }
    }
  }

  private void part(Command command, String beginning) throws InterruptedException {
    String filter = Partitions.filter(beginning);
    String expired = whole(command.with(Parameter.FILTER, filter), null);
    if (expired == null) {
      return;
    }
    if (beginning.length() == Partitions.DEEPEST) {
      listing.incomplete(expired);
      return;
    }
    for (String longer : Partitions.longer(beginning)) {
      part(command, longer);
    }
    rest(command, beginning);
  }

  private void rest(Command command, String beginning) throws InterruptedException {
    String filter = Partitions.rest(beginning);
    String expired = whole(command.with(Parameter.FILTER, filter), null);
    if (expired != null) {
      listing.incomplete(expired);
    }
  }

  /** A run that goes on would not know of rows that are missing before its mark. */
  private boolean whole() {
    return sink.unplaced() == 0 && listing.whole();
  }

  private void page(List<ObjectNode> rows, @Nullable String next) throws InterruptedException {
    for (ObjectNode row : rows) {
      sink.add(row);
    }
    if (marks && next != null && whole()) {
      answers.checkpoint(next);
    }
    steps.at(answers.rows(), 0);
  }
}
