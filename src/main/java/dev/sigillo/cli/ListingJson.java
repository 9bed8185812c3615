package dev.sigillo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.blocklist.Listing;
import java.io.UncheckedIOException;
import java.util.Locale;

/** What a block list said as one line of JSON, in ASCII. */
final class ListingJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private ListingJson() {}

  static String of(Listing listing) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("address", listing.address().toString());
    json.put("list", listing.list().name());
    json.put("zone", listing.list().zone());
    json.put("state", state(listing));
    listing.answers().forEach(json.putArray("answers")::add);
    listing.texts().forEach(json.putArray("texts")::add);
    json.put("failure", listing.failure() == null ? null : listing.failure().name());
    json.put("question", listing.question());
    json.put("time", listing.time().toString());
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Such as {@code notListed}. */
  private static String state(Listing listing) {
    String[] words = listing.state().name().toLowerCase(Locale.ROOT).split("_", -1);
    StringBuilder state = new StringBuilder(words[0]);
    for (int i = 1; i < words.length; i++) {
      state
          .append(Character.toUpperCase(words[i].charAt(0)))
          .append(words[i], 1, words[i].length());
    }
    return state.toString();
  }
}
