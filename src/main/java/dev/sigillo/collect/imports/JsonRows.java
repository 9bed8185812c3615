package dev.sigillo.collect.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Rows as {@code ConvertTo-Json} and the services write them: an array, a single object, {@code
 * [null]} for nothing, or a page {@code {value: [...]}}.
 */
final class JsonRows implements Rows {
  static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build())
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private enum Place {
    START,
    ARRAY,
    PAGE,
    END
  }

  private final Path file;
  private final JsonParser parser;
  private Place place = Place.START;
  private boolean cutShort;

  JsonRows(Path file) throws IOException {
    this.file = file;
    this.parser = MAPPER.createParser(TextFile.open(file));
  }

  @Override
  public @Nullable ObjectNode next() throws IOException {
    try {
      return place == Place.START ? first() : following();
    } catch (JsonProcessingException e) {
      throw notJson(file, e);
    }
  }

  private @Nullable ObjectNode first() throws IOException {
    JsonToken token = parser.nextToken();
    if (token == JsonToken.START_ARRAY) {
      place = Place.ARRAY;
      return following();
    }
    if (token == JsonToken.START_OBJECT) {
      return object();
    }
    place = Place.END;
    if (token == JsonToken.VALUE_NULL) {
      noMore();
      return null;
    }
    throw unexpected(token);
  }

  /** A single row, or a page of rows, which says so by its first properties. */
  private @Nullable ObjectNode object() throws IOException {
    ObjectNode row = MAPPER.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("value")
          && value == JsonToken.START_ARRAY
          && row.propertyStream().allMatch(p -> isPageNote(p.getKey()))) {
        cutShort = row.hasNonNull("@odata.nextLink");
        place = Place.PAGE;
        return following();
      }
      if (row.has(name)) {
        throw new SnapshotException("%s: a row has %s twice.".formatted(file, name));
      }
      row.set(name, MAPPER.readTree(parser));
    }
    place = Place.END;
    noMore();
    return row;
  }

  private static boolean isPageNote(String name) {
    return name.indexOf('@') >= 0 || name.equalsIgnoreCase("Count");
  }

  private @Nullable ObjectNode following() throws IOException {
    while (place == Place.ARRAY || place == Place.PAGE) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_OBJECT) {
        return MAPPER.readTree(parser);
      } else if (token == JsonToken.END_ARRAY) {
        endOfRows();
      } else if (token != JsonToken.VALUE_NULL) {
        throw unexpected(token);
      }
    }
    return null;
  }

  private void endOfRows() throws IOException {
    if (place == Place.PAGE) {
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        JsonNode value = MAPPER.readTree(parser);
        cutShort |= name.equals("@odata.nextLink") && !value.isNull();
        if (!isPageNote(name)) {
          throw new SnapshotException(
              "%s holds %s beside a list called value; a file holds the rows of one command."
                  .formatted(file, name));
        }
      }
    }
    place = Place.END;
    noMore();
  }

  private void noMore() throws IOException {
    if (parser.nextToken() != null) {
      throw new SnapshotException(
          "%s: line %d: something follows after the end; a file holds the rows of one command."
              .formatted(file, parser.currentLocation().getLineNr()));
    }
  }

  static SnapshotException notJson(Path file, JsonProcessingException e) {
    JsonLocation at = e.getLocation();
    return new SnapshotException(
        "%s: line %d, column %d: this is not JSON, or was cut short (%s)."
            .formatted(
                file,
                at == null ? 0 : at.getLineNr(),
                at == null ? 0 : at.getColumnNr(),
                e.getOriginalMessage().lines().findFirst().orElse("")),
        e);
  }

  private SnapshotException unexpected(@Nullable JsonToken token) {
    return new SnapshotException(
        "%s: line %d: %s where a row (a JSON object) is expected; export with ConvertTo-Json."
            .formatted(
                file,
                parser.currentLocation().getLineNr(),
                token == null ? "the end" : "a " + token.name().toLowerCase(Locale.ROOT)));
  }

  @Override
  public boolean cutShort() {
    return cutShort;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
