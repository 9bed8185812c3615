package dev.sigillo.collect.dns;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.transport.PolicyFile;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of fetching a policy file; components as in {@link
 * dev.sigillo.snapshot.MtaStsPolicyFile}.
 *
 * @param httpStatus 0 without a response
 */
public record FetchedPolicy(
    String domain,
    String url,
    String status,
    @Nullable String reason,
    int httpStatus,
    @Nullable String contentType,
    @Nullable String body,
    Instant time) {

  /** As the analysis takes it. */
  public PolicyFile file() {
    String problem = reason == null ? status : status + ": " + reason;
    return new PolicyFile(
        httpStatus,
        contentType == null ? "" : contentType,
        body == null ? "" : body,
        httpStatus == 0 ? problem : "");
  }

  /** A row of {@code web/mtaStsPolicy}. */
  ObjectNode row() {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("domain", domain).put("url", url).put("status", status);
    if (reason != null) {
      row.put("reason", reason);
    }
    if (httpStatus != 0) {
      row.put("httpStatus", httpStatus);
    }
    if (contentType != null) {
      row.put("contentType", contentType);
    }
    if (body != null) {
      row.put("body", body);
    }
    return row.put("time", time.toString());
  }
}
