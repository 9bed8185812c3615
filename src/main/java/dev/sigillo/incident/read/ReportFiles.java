package dev.sigillo.incident.read;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.incident.dmarc.AggregateReport;
import dev.sigillo.incident.files.Document;
import dev.sigillo.incident.files.DocumentSink;
import dev.sigillo.incident.files.RefusedException;
import dev.sigillo.incident.files.Unpacker;
import dev.sigillo.incident.tlsrpt.TlsReports;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads the reports that others send about a domain's mail, told apart by what they hold: DMARC
 * aggregate reports and TLS reports. A report that comes twice, as mailboxes of reports hold them,
 * counts once.
 */
public final class ReportFiles implements DocumentSink {
  private final Consumer<ObjectNode> dmarc;
  private final Consumer<ObjectNode> tls;
  private final Consumer<String> refusals;
  private final Map<String, String> seen = new HashMap<>();
  private long aggregateReports;
  private long records;
  private long tlsReports;
  private long again;
  private long refused;

  /**
   * What was read.
   *
   * @param aggregateReports DMARC reports
   * @param records rows of them
   * @param tlsReports TLS reports
   * @param again reports that were there twice
   * @param refused files that were not read
   */
  public record Tally(
      long aggregateReports, long records, long tlsReports, long again, long refused) {}

  private ReportFiles(
      Consumer<ObjectNode> dmarc, Consumer<ObjectNode> tls, Consumer<String> refusals) {
    this.dmarc = dmarc;
    this.tls = tls;
    this.refusals = refusals;
  }

  /**
   * Reads everything the paths name.
   *
   * @param dmarc takes rows of {@code incident/dmarcAggregate}
   * @param tls takes rows of {@code incident/tlsReport}
   * @param refusals takes a sentence for each file that was not read
   */
  public static Tally read(
      List<Path> paths,
      Consumer<ObjectNode> dmarc,
      Consumer<ObjectNode> tls,
      Consumer<String> refusals) {
    ReportFiles files = new ReportFiles(dmarc, tls, refusals);
    Unpacker.open(paths, files);
    return new Tally(
        files.aggregateReports, files.records, files.tlsReports, files.again, files.refused);
  }

  @Override
  public void document(Document document) throws RefusedException {
    if (document.isXml()) {
      aggregate(document);
    } else if (document.isJson()) {
      tls(document);
    } else {
      throw new RefusedException(
          "is no report; allowed: DMARC aggregate reports (XML) and TLS reports (JSON), as they are,"
              + " in gzip, ZIP or e-mail");
    }
  }

  private void aggregate(Document document) throws RefusedException {
    AggregateReport.Head head = AggregateReport.check(document);
    if (head.records() == 0) {
      throw new RefusedException("is a DMARC aggregate report without records");
    }
    if (isNew("dmarc|" + head.orgName() + "|" + head.reportId() + "|" + head.domain(), document)) {
      aggregateReports++;
      records += head.records();
      AggregateReport.read(document, row -> dmarc.accept(named(document, row.node())));
    }
  }

  private void tls(Document document) throws RefusedException {
    List<ObjectNode> rows = TlsReports.rows(document);
    String organisation = rows.isEmpty() ? "" : rows.get(0).path("organizationName").asText();
    String id = rows.isEmpty() ? document.name() : rows.get(0).path("reportId").asText();
    if (isNew("tls|" + organisation + "|" + id, document)) {
      tlsReports++;
      rows.forEach(row -> tls.accept(named(document, row)));
    }
  }

  private static ObjectNode named(Document document, ObjectNode row) {
    row.put("file", document.name());
    row.put("sha256", document.sha256());
    return row;
  }

  private boolean isNew(String key, Document document) {
    boolean fresh = seen.putIfAbsent(key, document.name()) == null;
    again += fresh ? 0 : 1;
    return fresh;
  }

  @Override
  public void refused(String sentence) {
    refused++;
    refusals.accept(sentence);
  }
}
