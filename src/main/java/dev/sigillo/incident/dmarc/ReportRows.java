package dev.sigillo.incident.dmarc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the elements of a report together to rows; the words are the report's. */
final class ReportRows {
  /** Signatures, checks or reasons of one record. */
  private static final int MOST = 100;

  private static final Map<String, String> OF_REPORT =
      Map.of(
          "org_name", "orgName",
          "email", "email",
          "report_id", "reportId",
          "begin", "begin",
          "end", "end");
  private static final Map<String, String> OF_POLICY =
      Map.of(
          "domain", "domain",
          "adkim", "adkim",
          "aspf", "aspf",
          "p", "p",
          "sp", "sp",
          "np", "np",
          "pct", "pct",
          "testing", "testing");
  private static final Map<String, String> OF_RECORD =
      Map.of(
          "row/source_ip", "sourceIp",
          "row/count", "count",
          "policy_evaluated/disposition", "disposition",
          "policy_evaluated/dkim", "dkim",
          "policy_evaluated/spf", "spf",
          "identifiers/header_from", "headerFrom",
          "identifiers/envelope_from", "envelopeFrom",
          "identifiers/envelope_to", "envelopeTo");

  /** What every record says; null where it does not. */
  private static final List<String> SAID =
      List.of(
          "orgName",
          "reportId",
          "begin",
          "end",
          "domain",
          "p",
          "sourceIp",
          "count",
          "disposition",
          "dkim",
          "spf",
          "headerFrom");

  private final @Nullable Consumer<ReportRow> sink;
  private final ObjectNode head = JsonNodeFactory.instance.objectNode();
  private ObjectNode record = JsonNodeFactory.instance.objectNode();
  private ObjectNode part = JsonNodeFactory.instance.objectNode();
  private long records;

  ReportRows(@Nullable Consumer<ReportRow> sink) {
    this.sink = sink;
  }

  AggregateReport.Head head() {
    return new AggregateReport.Head(
        head.path("orgName").asText(),
        head.path("reportId").asText(),
        head.path("domain").asText(),
        head.path("begin").asText(),
        records);
  }

  void start(Deque<String> path) {
    String name = path.getFirst();
    if (name.equals("record") && path.size() == 2) {
      record = JsonNodeFactory.instance.objectNode();
      SAID.forEach(record::putNull);
      record.setAll(head);
      record.putArray("reasons");
      record.putArray("dkimResults");
      record.putArray("spfResults");
    } else if (list(name, path.size()) != null) {
      part = JsonNodeFactory.instance.objectNode();
    }
  }

  /** An element ended; the path is the one of its parent. */
  void end(Deque<String> path, String name, String text) {
    String parent = path.isEmpty() ? "" : path.getFirst();
    String list = list(name, path.size() + 1);
    if (name.equals("record") && path.size() == 1) {
      records++;
      if (sink != null) {
        sink.accept(new ReportRow(record));
      }
    } else if (parent.equals("report_metadata") || parent.equals("date_range")) {
      put(head, OF_REPORT.get(name), text);
    } else if (parent.equals("policy_published")) {
      put(head, OF_POLICY.get(name), text);
    } else if (OF_RECORD.containsKey(parent + "/" + name)) {
      put(record, OF_RECORD.get(parent + "/" + name), text);
    } else if (list != null) {
      ArrayNode all = record.withArray(list);
      if (all.size() < MOST && !part.isEmpty()) {
        all.add(part);
      }
    } else if (isPart(path) && !text.isEmpty()) {
      part.put(name, text);
    }
  }

  /** The list that an element at this depth is a part of. */
  private static @Nullable String list(String name, int depth) {
    return switch (name) {
      case "reason" -> depth == 5 ? "reasons" : null;
      case "dkim" -> depth == 4 ? "dkimResults" : null;
      case "spf" -> depth == 4 ? "spfResults" : null;
      default -> null;
    };
  }

  private static boolean isPart(Deque<String> path) {
    return !path.isEmpty() && list(path.getFirst(), path.size()) != null;
  }

  private static void put(ObjectNode node, @Nullable String name, String text) {
    if (name == null || text.isEmpty()) {
      return;
    }
    switch (name) {
      case "begin", "end" -> node.put(name, instant(text));
      case "count" -> {
        if (text.matches("\\d{1,18}")) {
          node.put(name, Long.parseLong(text));
        } else {
          node.put(name, text);
        }
      }
      default -> node.put(name, text);
    }
  }

  /** Seconds since 1970 as UTC; anything else stays as it is, and is no time. */
  private static String instant(String text) {
    try {
      return text.matches("\\d{1,11}")
          ? Instant.ofEpochSecond(Long.parseLong(text)).toString()
          : text;
    } catch (DateTimeException e) {
      return text;
    }
  }
}
