package dev.sigillo.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** One page of a cmdlet's rows, as Exchange's admin REST writes it. */
final class CmdletAnswer {
  /** Parameters that are honoured here and not by the tenant. */
  static final List<String> HONOURED =
      List.of("ResultSize", "PageSize", "Filter", "RecipientTypeDetails");

  private static final int BY_DEFAULT = 1000;
  private static final String CONTENT_TYPE =
      "application/json;odata.metadata=minimal;odata.streaming=true;"
          + "IEEE754Compatible=false;charset=utf-8";
  private static final String FIRST_ONLY =
      "By default, only the first 1000 items are returned. Use the ResultSize parameter to specify"
          + " the number of items returned. To return all items, specify \"-ResultSize Unlimited\"."
          + " Be aware that, depending on the actual number of items, returning all items can take"
          + " a long time and consume a large amount of memory.";
  private static final String MORE =
      "There are more results available than are currently displayed. To view them, increase the"
          + " value for the ResultSize parameter.";

  private final long most;
  private final boolean sized;
  private final boolean inOne;
  private final Predicate<ObjectNode> holds;

  /**
   * Takes the parameters that the server honours out of the call.
   *
   * @param inOne whether all rows come in one page, whatever the caller prefers
   */
  CmdletAnswer(CmdletCall cmdlet, boolean inOne) {
    this.inOne = inOne;
    Optional<JsonNode> size = cmdlet.take("ResultSize");
    boolean none = cmdlet.take("PageSize").filter(n -> n.asText().equals("0")).isPresent();
    this.sized = size.isPresent();
    boolean unlimited = size.filter(n -> n.asText().equalsIgnoreCase("Unlimited")).isPresent();
    this.most = none ? 0 : unlimited ? Long.MAX_VALUE : size.map(JsonNode::asLong).orElse(1000L);
    Predicate<ObjectNode> filter =
        cmdlet.take("Filter").map(text -> RecipientFilter.parse(text.asText())).orElse(row -> true);
    this.holds =
        cmdlet.take("RecipientTypeDetails").map(types -> ofType(types).and(filter)).orElse(filter);
  }

  /** Rows of the recipient types named; a type that nobody knows has none. */
  private static Predicate<ObjectNode> ofType(JsonNode types) {
    List<String> wanted = new ArrayList<>();
    if (types.isArray()) {
      types.forEach(type -> wanted.add(type.asText().toLowerCase(Locale.ROOT)));
    } else {
      for (String type : types.asText().split(",", -1)) {
        wanted.add(type.strip().toLowerCase(Locale.ROOT));
      }
    }
    return row ->
        wanted.contains(row.path("RecipientTypeDetails").asText().toLowerCase(Locale.ROOT));
  }

  /** Rows of a page as {@code Prefer: odata.maxpagesize} asks. */
  static int pageSize(Call call) {
    for (String preference : call.header("Prefer", "").split("[,;]", -1)) {
      String[] parts = preference.strip().split("=", 2);
      if (parts.length == 2 && parts[0].strip().equalsIgnoreCase("odata.maxpagesize")) {
        try {
          return Math.max(1, Math.min(5000, Integer.parseInt(parts[1].strip())));
        } catch (NumberFormatException e) {
          return BY_DEFAULT;
        }
      }
    }
    return BY_DEFAULT;
  }

  /**
   * The page.
   *
   * @param context what follows {@code $metadata#}
   * @param links makes the link to the page that begins at a place, so many rows having been given
   */
  Answer page(
      Call call, Rows rows, Position at, Optional<Fault> fault, String context, Links links) {
    int page = inOne ? Integer.MAX_VALUE : pageSize(call);
    long left = most - at.given();
    PageRows honest = PageRows.of(rows, at.from(), (int) Math.min(page, Math.max(0, left)), holds);
    boolean ends = honest.next().isPresent() && left <= page;
    List<String> warnings = new ArrayList<>();
    if (ends && most > 0) {
      warnings.add(sized ? MORE : FIRST_ONLY);
    }
    PageRows shown = honest.after(fault);
    if (fault.filter(f -> f.kind() == Fault.Kind.TRUNCATED_ROWS).isPresent()) {
      warnings.add(MORE);
    }
    Optional<String> next =
        ends
            ? Optional.empty()
            : shown.next().map(from -> links.to(from, at.given() + honest.rows().size()));
    Set<String> columns = CmdletCall.columns(call);
    byte[] body = Json.bytes(json -> write(json, context, warnings, shown, next, columns));
    return Answer.of(200, CONTENT_TYPE, body);
  }

  /** Where a page begins, and how many rows the pages before it gave. */
  record Position(long from, long given) {}

  /** Makes page links. */
  @FunctionalInterface
  interface Links {
    String to(long from, long given);
  }

  private static void write(
      JsonGenerator json,
      String context,
      List<String> warnings,
      PageRows page,
      Optional<String> next,
      Set<String> columns)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("@odata.context", context);
    json.writeStringField("adminapi.warnings@odata.type", "#Collection(String)");
    json.writeArrayFieldStart("@adminapi.warnings");
    for (String warning : warnings) {
      json.writeString(warning);
    }
    json.writeEndArray();
    if (next.isPresent()) {
      json.writeStringField("@odata.nextLink", next.get());
    }
    json.writeArrayFieldStart("value");
    for (ObjectNode row : page.rows()) {
      row(json, row, columns);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** The wanted columns, each with the annotations that speak of it. */
  private static void row(JsonGenerator json, ObjectNode row, Set<String> columns)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      String name = field.getKey();
      int at = columns.isEmpty() ? -1 : name.indexOf('@');
      if (columns.isEmpty() || columns.contains(at < 0 ? name : name.substring(0, at))) {
        json.writeFieldName(name);
        Json.write(json, field.getValue());
      }
    }
    json.writeEndObject();
  }
}
