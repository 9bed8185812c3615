package dev.sigillo.simulator;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/** Collections and objects as Graph writes them. */
final class GraphAnswers {
  private static final String METADATA = "https://graph.microsoft.com/v1.0/$metadata#";

  private GraphAnswers() {}

  static byte[] page(
      Call call, String path, GraphResource resource, Rows rows, Optional<Fault> fault) {
    GraphQuery query = GraphQuery.of(call, resource, path);
    PageRows page =
        PageRows.of(rows, query.from(), query.top(), query.filter()::holds).after(fault);
    if (resource.strict()) {
      known(query.select(), page, resource.type(path));
    }
    Set<String> shown = query.select().isEmpty() ? resource.plain() : query.select();
    return Json.bytes(
        json -> {
          json.writeStartObject();
          json.writeStringField("@odata.context", METADATA + context(path, query.select()));
          if (query.count()) {
            json.writeNumberField("@odata.count", count(rows, query.filter()));
          }
          if (page.next().isPresent()) {
            json.writeStringField(
                "@odata.nextLink", GraphQuery.nextLink(call, path, page.next().get()));
          }
          json.writeArrayFieldStart("value");
          for (ObjectNode row : page.rows()) {
            write(json, row, shown, resource, query.expand());
          }
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  static byte[] object(Call call, String path, GraphResource resource, ObjectNode row) {
    GraphQuery query = GraphQuery.of(call, resource, path);
    Set<String> shown = query.select().isEmpty() ? resource.plain() : query.select();
    ObjectNode whole = Json.object().put("@odata.context", METADATA + path + "/$entity");
    whole.setAll(row);
    return Json.bytes(json -> write(json, whole, shown, resource, query.expand()));
  }

  static long count(Rows rows, GraphFilter filter) {
    return filter.terms().isEmpty()
        ? rows.size()
        : LongStream.range(0, rows.size()).filter(i -> filter.holds(rows.get(i))).count();
  }

  private static void known(Set<String> select, PageRows page, String type) {
    if (page.rows().isEmpty()) {
      return;
    }
    for (String property : select) {
      if (page.rows().stream().noneMatch(row -> row.has(property))) {
        throw GraphQuery.bad(
            "Parsing OData Select and Expand failed: Could not find a property named '"
                + property
                + "' on type '"
                + type
                + "'.");
      }
    }
  }

  private static String context(String path, Set<String> select) {
    return select.isEmpty() ? path : path + "(" + String.join(",", select) + ")";
  }

  private static void write(
      JsonGenerator json,
      ObjectNode row,
      Set<String> shown,
      GraphResource resource,
      Set<String> expand)
      throws IOException {
    json.writeStartObject();
    for (Map.Entry<String, JsonNode> field : row.properties()) {
      String name = field.getKey();
      if (resource.expandable().contains(name)
          ? expand.contains(name)
          : shown.isEmpty() || shown.contains(name) || name.equals("id") || name.startsWith("@")) {
        json.writeFieldName(name);
        Json.write(json, field.getValue());
      }
    }
    json.writeEndObject();
  }
}
