package dev.sigillo.cli;

import dev.sigillo.incident.ndr.Bounce;
import dev.sigillo.report.CsvCell;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.jspecify.annotations.Nullable;

/** Bounces as rows of CSV (RFC 4180); nothing in a cell is run by a spreadsheet. */
final class NdrCsv {
  private static final List<String> HEAD =
      List.of(
          "file",
          "recipient",
          "originalRecipient",
          "action",
          "status",
          "diagnosticCode",
          "reason",
          "remoteMta",
          "reportingMta",
          "clientIp",
          "blockList",
          "messageId",
          "time");

  private NdrCsv() {}

  static String head() {
    return line(HEAD.toArray());
  }

  static String row(Bounce bounce) {
    return line(
        bounce.file(),
        bounce.recipient(),
        bounce.originalRecipient(),
        bounce.action(),
        bounce.status(),
        bounce.diagnosticCode(),
        bounce.reason() == null ? null : bounce.reason().id(),
        bounce.remoteMta(),
        bounce.reportingMta(),
        bounce.clientIp(),
        bounce.blockList(),
        bounce.messageId(),
        bounce.time());
  }

  private static String line(@Nullable Object... cells) {
    List<String> safe =
        Arrays.stream(cells)
            .map(cell -> CsvCell.of(Objects.toString(cell, "")))
            .collect(Collectors.toList());
    return CSVFormat.RFC4180.format(safe.toArray()) + "\r\n";
  }
}
