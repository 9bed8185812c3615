package dev.sigillo.incident.read;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.ndr.Bounce;

/** A bounce as a row of {@code incident/ndr}. What the message does not say is null. */
final class BounceRow {
  private BounceRow() {}

  static ObjectNode of(Bounce bounce) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    row.put("file", bounce.file());
    row.put("sha256", bounce.sha256());
    row.put("sender", bounce.sender());
    row.put("recipient", bounce.recipient());
    row.put("originalRecipient", bounce.originalRecipient());
    row.put("action", bounce.action());
    row.put("status", bounce.status());
    row.put("diagnosticCode", bounce.diagnosticCode());
    row.put("reason", bounce.reason() == null ? null : bounce.reason().id());
    row.put("remoteMta", bounce.remoteMta());
    row.put("reportingMta", bounce.reportingMta());
    row.put("clientIp", bounce.clientIp());
    row.put("blockList", bounce.blockList());
    row.put("blockListZone", bounce.blockListZone());
    row.put("messageId", bounce.messageId());
    row.put("time", bounce.time() == null ? null : bounce.time().toString());
    bounce.received().forEach(row.putArray("received")::add);
    bounce.authenticationResults().forEach(row.putArray("authenticationResults")::add);
    return row;
  }
}
