package dev.sigillo.incident.tlsrpt;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.files.Document;
import dev.sigillo.incident.files.RefusedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One TLS report: a row for each policy it speaks of, in the report's words. */
public final class TlsReports {
  private static final int LARGEST = 16 << 20;
  private static final int LONGEST = 1_000;
  private static final int MOST = 1_000;
  private static final JsonMapper JSON =
      JsonMapper.builder(
              com.fasterxml.jackson.core.JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(30).build())
                  .build())
          .build();

  private TlsReports() {}

  /**
   * The rows of a report.
   *
   * @throws RefusedException when it is none, or a broken one
   */
  public static List<ObjectNode> rows(Document document) throws RefusedException {
    JsonNode report = parse(document);
    JsonNode policies = report.path("policies");
    if (!report.has("report-id") || !policies.isArray()) {
      throw new RefusedException(
          "is JSON, but no TLS report (RFC 8460): it has no report-id or no list of policies");
    }
    List<ObjectNode> rows = new ArrayList<>();
    for (JsonNode policy : policies) {
      rows.add(row(report, policy));
    }
    return rows;
  }

  private static JsonNode parse(Document document) throws RefusedException {
    if (document.bytes().length > LARGEST) {
      throw new RefusedException(
          "unpacks to more than %d MiB, which no TLS report does".formatted(LARGEST >> 20));
    }
    try {
      return JSON.readTree(document.bytes());
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw new RefusedException(
          "is no JSON, or was cut short (line %d)".formatted(at == null ? 1 : at.getLineNr()));
    } catch (IOException e) {
      throw new RefusedException("is no JSON in UTF-8");
    }
  }

  private static ObjectNode row(JsonNode report, JsonNode entry) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    JsonNode policy = entry.path("policy");
    text(row, "organizationName", report.path("organization-name"));
    text(row, "contactInfo", report.path("contact-info"));
    text(row, "reportId", report.path("report-id"));
    text(row, "startDatetime", report.path("date-range").path("start-datetime"));
    text(row, "endDatetime", report.path("date-range").path("end-datetime"));
    text(row, "policyType", policy.path("policy-type"));
    text(row, "policyDomain", policy.path("policy-domain"));
    ArrayNode hosts = row.putArray("mxHost");
    JsonNode mx = policy.path("mx-host");
    (mx.isArray() ? mx : List.of(mx))
        .forEach(
            host -> {
              if (host.isTextual() && hosts.size() < MOST) {
                hosts.add(cut(host.textValue()));
              }
            });
    JsonNode summary = entry.path("summary");
    number(row, "successCount", summary.path("total-successful-session-count"));
    number(row, "failureCount", summary.path("total-failure-session-count"));
    ArrayNode failures = row.putArray("failureDetails");
    for (JsonNode detail : entry.path("failure-details")) {
      if (failures.size() < MOST) {
        failures.add(failure(detail));
      }
    }
    return row;
  }

  private static ObjectNode failure(JsonNode detail) {
    ObjectNode failure = JsonNodeFactory.instance.objectNode();
    text(failure, "resultType", detail.path("result-type"));
    text(failure, "sendingMtaIp", detail.path("sending-mta-ip"));
    text(failure, "receivingMxHostname", detail.path("receiving-mx-hostname"));
    text(failure, "receivingIp", detail.path("receiving-ip"));
    number(failure, "failedSessionCount", detail.path("failed-session-count"));
    text(failure, "failureReasonCode", detail.path("failure-reason-code"));
    return failure;
  }

  private static void text(ObjectNode row, String name, JsonNode value) {
    if (value.isValueNode() && !value.isNull()) {
      row.put(name, cut(value.asText()));
    }
  }

  /** A count, which some reporters write as text. */
  private static void number(ObjectNode row, String name, JsonNode value) {
    if (value.isIntegralNumber() || (value.isTextual() && value.textValue().matches("\\d{1,18}"))) {
      row.put(name, value.asLong());
    } else if (value.isValueNode() && !value.isNull()) {
      row.put(name, cut(value.asText()));
    }
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
