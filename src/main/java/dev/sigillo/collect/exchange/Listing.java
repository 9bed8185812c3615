package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows a list from page to page, and remembers what the service said on the way. */
final class Listing {
  private static final int FEW = 3;

  private final Pages pages;
  private final List<String> requestIds = new ArrayList<>();
  private @Nullable String date;
  private @Nullable String missing;

  /** Asks for a page. */
  interface Pages {
    Reply page(Command command, @Nullable String next) throws InterruptedException;
  }

  /** Takes the rows of a page. */
  interface Sink {
    /**
     * A page.
     *
     * @param next where the list goes on; null at its end
     */
    void page(List<ObjectNode> rows, @Nullable String next) throws InterruptedException;
  }

  Listing(Pages pages) {
    this.pages = pages;
  }

  /**
   * Reads a list to its end.
   *
   * @param from the link to begin with; null for the beginning
   */
  void read(Command command, @Nullable String from, Sink sink) throws InterruptedException {
    Set<String> followed = new HashSet<>();
    String next = from;
    do {
      Reply reply = pages.page(command, next);
      if (reply.requestId() != null && requestIds.size() < FEW) {
        requestIds.add(reply.requestId());
      }
      date = reply.date() == null ? date : reply.date();
      String more = reply.more();
      if (more != null) {
        incomplete(Refusals.line(more));
      }
      next = reply.next();
      if (next != null && !followed.add(next)) {
        throw new ServiceException(Kind.BROKEN, command + ": the list goes round in a circle");
      }
      sink.page(reply.rows(), next);
    } while (next != null);
  }

  /** Not all rows are there. */
  void incomplete(String reason) {
    missing = missing == null ? reason : missing;
  }

  /** Whether nothing is missing so far. */
  boolean whole() {
    return missing == null;
  }

  /** How it went so far. */
  Ending ending() {
    return new Ending(
        missing == null ? Status.COMPLETE : Status.TRUNCATED,
        missing,
        null,
        null,
        requestIds,
        date);
  }
}
