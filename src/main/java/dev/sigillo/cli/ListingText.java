package dev.sigillo.cli;

import dev.sigillo.incident.blocklist.Listing;
import dev.sigillo.incident.blocklist.Listing.State;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What block lists said, for people. */
final class ListingText {
  private final PrintWriter out;
  private final Set<String> silent = new TreeSet<>();
  private int addresses;
  private int listed;

  ListingText(PrintWriter out) {
    this.out = out;
  }

  /** All that was said of one address. */
  void print(List<Listing> listings) {
    addresses++;
    listed += listings.stream().anyMatch(l -> l.state() == State.LISTED) ? 1 : 0;
    if (!listings.isEmpty()) {
      out.println(listings.get(0).address());
    }
    listings.forEach(this::line);
  }

  private void line(Listing listing) {
    if (!listing.isKnown()) {
      silent.add(listing.list().name());
    }
    out.println(
        "  %-10s  %s (%s), %s%s"
            .formatted(
                head(listing),
                listing.list().name(),
                listing.list().zone(),
                listing.time().truncatedTo(ChronoUnit.SECONDS),
                said(listing)));
  }

  private static String head(Listing listing) {
    return switch (listing.state()) {
      case LISTED -> "LISTED";
      case NOT_LISTED -> "not listed";
      default -> "not known";
    };
  }

  private static String said(Listing listing) {
    String answer = String.join(" ", listing.answers());
    String texts =
        listing.texts().isEmpty()
            ? ""
            : " \"" + Shown.text(String.join("\" \"", listing.texts())) + "\"";
    return switch (listing.state()) {
      case LISTED -> ": " + answer + texts;
      case NOT_LISTED -> "";
      case REFUSED -> ": it refuses to answer whoever asks" + answered(listing, answer) + texts;
      case NOT_WORKING ->
          ": its test entry %s is not there, so it says nothing".formatted(listing.question());
      case LISTS_EVERYTHING ->
          ": it lists 127.0.0.1, which no list may, so it says nothing" + texts;
      case NO_LISTING -> ": answers %s, which is no listing".formatted(answer) + texts;
      case NO_ANSWER -> ": no answer to %s (%s)".formatted(listing.question(), listing.failure());
    };
  }

  private static String answered(Listing listing, String answer) {
    return " (" + (listing.failure() == null ? answer : listing.failure()) + ")";
  }

  void summary() {
    out.println(
        "%d of %d %s listed."
            .formatted(listed, addresses, addresses == 1 ? "address is" : "addresses are"));
    if (!silent.isEmpty()) {
      out.println(
          "Nothing is known from %s: that an address is not listed there was not said."
              .formatted(String.join(", ", silent)));
    }
  }
}
