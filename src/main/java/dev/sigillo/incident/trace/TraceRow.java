package dev.sigillo.incident.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of {@code incident/messageTrace} in the making; nothing that is not named here is kept. */
final class TraceRow {
  /** Columns of all exports, in lower case without what is no letter or digit, best first. */
  private static final Map<String, String> COLUMNS = columns();

  private static final List<String> SPELLINGS = List.copyOf(COLUMNS.keySet());

  private static final List<String> NAMES =
      List.of(
          "id",
          "messageId",
          "receivedDateTime",
          "senderAddress",
          "recipientAddress",
          "status",
          "size",
          "fromIP",
          "toIP",
          "directionality",
          "connectorId",
          "detail");

  private TraceRow() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new LinkedHashMap<>();
    put(columns, "id", "messagetraceid", "networkmessageid", "id");
    put(columns, "messageId", "messageid");
    put(columns, "receivedDateTime", "receiveddatetime", "received", "origintimestamputc");
    put(columns, "receivedDateTime", "origintimestamp", "datetimeutc", "dateutc", "receivedutc");
    put(columns, "receivedDateTime", "datetime", "date", "timestamp");
    put(columns, "senderAddress", "senderaddress", "sender");
    put(columns, "recipientAddress", "recipientaddress", "recipient", "recipients");
    put(columns, "status", "status", "deliverystatus");
    put(columns, "recipientStatus", "recipientstatus");
    put(columns, "event", "eventid", "event");
    put(columns, "size", "size", "totalbytes", "messagesize");
    put(columns, "fromIP", "fromip", "originalclientip", "clientip");
    put(columns, "toIP", "toip", "serverip");
    put(columns, "directionality", "directionality");
    put(columns, "connectorId", "connectorid");
    return columns;
  }

  private static void put(Map<String, String> columns, String name, String... spellings) {
    for (String spelling : spellings) {
      columns.put(spelling, name);
    }
  }

  /** The property that a column becomes; null for one that is not kept, as the subject. */
  static @Nullable String property(String column) {
    String plain = column.toLowerCase(Locale.ROOT).replaceAll("\\(utc[^)]*\\)", "utc");
    return COLUMNS.get(plain.replaceAll("[^a-z0-9]", ""));
  }

  /** How good a spelling is for its property: the first named is the best. */
  static int rank(String column) {
    String plain = column.toLowerCase(Locale.ROOT).replaceAll("\\(utc[^)]*\\)", "utc");
    return SPELLINGS.indexOf(plain.replaceAll("[^a-z0-9]", ""));
  }

  /** The row, its values in a fixed order; what is null was said to be empty. */
  static ObjectNode of(Map<String, @Nullable String> values) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (String name : NAMES) {
      if (!values.containsKey(name)) {
        continue;
      }
      String value = values.get(name);
      if (value != null && name.equals("size") && value.matches("\\d{1,18}")) {
        row.put(name, Long.parseLong(value));
      } else {
        row.put(name, value == null || value.isBlank() ? null : value.strip());
      }
    }
    return row;
  }
}
