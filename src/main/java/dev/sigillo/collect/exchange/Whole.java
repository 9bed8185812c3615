package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Status;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A short list as one answer: all of it, each row once, or a refusal. */
final class Whole {
  private Whole() {}

  /** All rows of the command. */
  static List<ObjectNode> rows(Listing.Pages pages, Command command) throws InterruptedException {
    Set<ObjectNode> rows = new LinkedHashSet<>();
    Listing listing = new Listing(pages);
    listing.read(command, null, (page, next) -> rows.addAll(page));
    return checked(listing, rows);
  }

  /** All rows of the command, whose first page is there. */
  static List<ObjectNode> rows(Listing.Pages pages, Command command, Reply first)
      throws InterruptedException {
    return rows((same, next) -> next == null ? first : pages.page(same, next), command);
  }

  private static List<ObjectNode> checked(Listing listing, Set<ObjectNode> rows) {
    if (listing.ending().status() != Status.COMPLETE) {
      throw new ServiceException(
          Kind.BAD_REQUEST, Objects.requireNonNullElse(listing.ending().reason(), "not all rows"));
    }
    return List.copyOf(rows);
  }
}
