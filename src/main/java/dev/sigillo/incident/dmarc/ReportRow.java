package dev.sigillo.incident.dmarc;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One record of a report, as a row of {@code incident/dmarcAggregate}. */
public record ReportRow(ObjectNode node) {}
