package dev.sigillo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.ndr.Bounce;
import java.io.UncheckedIOException;

/** A bounce as one line of JSON, in ASCII. What is not said is null. */
final class NdrJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private NdrJson() {}

  static String of(Bounce bounce) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("file", bounce.file());
    json.put("recipient", bounce.recipient());
    json.put("originalRecipient", bounce.originalRecipient());
    json.put("action", bounce.action());
    json.put("status", bounce.status());
    json.put("diagnosticCode", bounce.diagnosticCode());
    json.put("reason", bounce.reason() == null ? null : bounce.reason().id());
    json.put("remoteMta", bounce.remoteMta());
    json.put("reportingMta", bounce.reportingMta());
    json.put("clientIp", bounce.clientIp());
    json.put("blockList", bounce.blockList());
    json.put("messageId", bounce.messageId());
    json.put("time", bounce.time() == null ? null : bounce.time().toString());
    json.put("blockListZone", bounce.blockListZone());
    bounce.received().forEach(json.putArray("received")::add);
    bounce.authenticationResults().forEach(json.putArray("authenticationResults")::add);
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
