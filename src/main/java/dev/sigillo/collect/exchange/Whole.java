package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A short list as one answer: all of it, or a refusal. */
final class Whole {
  private Whole() {}

  /** All rows of the command. */
  static List<ObjectNode> rows(Listing.Pages pages, Command command) throws InterruptedException {
    List<ObjectNode> rows = new ArrayList<>();
    Listing listing = new Listing(pages);
    listing.read(command, null, (page, next) -> rows.addAll(page));
    return checked(listing, rows);
  }

  /** All rows of the command, whose first page is there. */
  static List<ObjectNode> rows(Listing.Pages pages, Command command, Reply first)
      throws InterruptedException {
    return rows((same, next) -> next == null ? first : pages.page(same, next), command);
  }

  private static List<ObjectNode> checked(Listing listing, List<ObjectNode> rows) {
    if (listing.ending().status() != Status.COMPLETE) {
      throw new ServiceException(
          Kind.BAD_REQUEST, Objects.requireNonNullElse(listing.ending().reason(), "not all rows"));
    }
    return rows;
  }
}
