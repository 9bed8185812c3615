package dev.sigillo.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a mailbox is known by in a snapshot, whoever tells of it. */
public final class MailboxKey {

  /** Properties that it may stand in, best first. */
  public static final List<String> PROPERTIES =
      List.of("ExternalDirectoryObjectId", "ExchangeGuid", "Guid", "PrimarySmtpAddress");

  private MailboxKey() {}

  /** The key of a row of the list of mailboxes; null when it has none. */
  public static @Nullable String of(ObjectNode row) {
    for (String property : PROPERTIES) {
      String text = text(row, property);
      if (text != null) {
        return text;
      }
    }
    return null;
  }

  /** A key as a GUID, which takes less room; null when it is none, or not written as they are. */
  public static @Nullable UUID guid(String key) {
    if (key.length() != 36) {
      return null;
    }
    try {
      UUID guid = UUID.fromString(key);
      return guid.toString().equals(key) ? guid : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  /** A text or number of the row, as names are compared; null when there is none. */
  public static @Nullable String text(ObjectNode row, String property) {
    JsonNode value = row.get(property);
    if (value == null) {
      for (Map.Entry<String, JsonNode> one : row.properties()) {
        value = one.getKey().equalsIgnoreCase(property) ? one.getValue() : value;
      }
    }
    if (value == null || !(value.isTextual() || value.isIntegralNumber())) {
      return null;
    }
    String text = value.asText().strip().toLowerCase(Locale.ROOT);
    return text.isEmpty() ? null : text;
  }
}
