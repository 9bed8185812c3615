package dev.sigillo.report;

import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.DepartmentMail;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.MailReports;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.dossier.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.QuoteMode;

/** A dossier's tables, as spreadsheets open them; headers do not change with the language. */
public final class DossierTables {
  private DossierTables() {}

  /** Rows of a table as they come. */
  @FunctionalInterface
  public interface Rows {
    /** Hands every report over. */
    void forEach(Consumer<Sample> each);
  }

  private interface Table {
    void row(Object... cells) throws IOException;
  }

  private interface Body {
    void to(Table table) throws IOException;
  }

  /**
   * Message ids and UTC times of every recipient that was not reached.
   *
   * @param rows all delivery reports
   * @param files names of originals in the folder {@code ndr}, by digest
   */
  public static void messageIds(
      Rows rows, Map<String, String> files, Names names, Path target, String language) {
    write(
        target,
        language,
        table -> {
          table.row(
              "messageId",
              "timeUtc",
              "sender",
              "recipient",
              "status",
              "reason",
              "address",
              "blockList",
              "file");
          rows.forEach(
              report -> {
                if (report.reached()) {
                  return;
                }
                try {
                  table.row(
                      report.messageId(),
                      report.time() == null ? "" : report.time(),
                      names.whole().apply(report.sender()),
                      names.whole().apply(report.recipient()),
                      report.status(),
                      report.reason(),
                      report.address(),
                      report.list(),
                      files.getOrDefault(report.sha256(), ""));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
        });
  }

  /** Every figure of the dossier, one line each: what is counted, its name, time and numbers. */
  static void kpi(Dossier dossier, Path target, String language) {
    write(
        target,
        language,
        table -> {
          table.row("figure", "name", "timeUtc", "count", "blocked", "of");
          Failures failures = dossier.incident().failures();
          if (failures != null) {
            failures(failures, dossier.names(), table);
          }
          Trace trace = dossier.incident().trace();
          if (trace != null) {
            trace(trace, dossier.names(), table);
          }
          MailReports mail = dossier.incident().mailReports();
          if (mail != null) {
            receivers(mail, dossier.names(), table);
          }
        });
  }

  private static void failures(Failures failures, Names names, Table table) throws IOException {
    String by = failures.traced() ? "traceRefused" : "ndr";
    table.row(
        by + "Recipients", "", "", failures.failed(), failures.blocked(), failures.recipients());
    for (var hour : failures.hours()) {
      table.row(by + "ByHour", "", hour.start(), hour.failed(), hour.blocked(), "");
    }
    counted(by + "ByDomain", failures.domains(), Names.PLAIN, table);
    counted(by + "ByList", failures.lists(), Names.PLAIN, table);
    counted(by + "ByReason", failures.reasons(), Names.PLAIN, table);
    counted(by + "BySender", failures.senders(), names, table);
    for (var address : failures.addresses()) {
      table.row(
          by + "ByAddress",
          address.address(),
          "",
          address.reports(),
          address.reports(),
          address.network());
    }
  }

  private static void counted(String figure, List<Counted> all, Names names, Table table)
      throws IOException {
    for (Counted one : all) {
      String name = names.whole().apply(one.name());
      table.row(figure, name, "", one.failed(), one.blocked(), "");
    }
  }

  private static void trace(Trace trace, Names names, Table table) throws IOException {
    table.row("traceFailed", "", "", trace.failed(), "", trace.answered());
    for (Trace.Domain domain : trace.domains()) {
      table.row("traceByDomain", domain.name(), "", domain.failed(), "", domain.messages());
      for (Trace.HourOf hour : domain.hours()) {
        table.row(
            "traceByDomainAndHour",
            domain.name(),
            hour.start(),
            hour.failed(),
            "",
            hour.messages());
      }
    }
    for (Trace.Spike sender : trace.spikes()) {
      table.row(
          "senderSpike",
          names.whole().apply(sender.address()),
          sender.day(),
          sender.messages(),
          "",
          sender.usual());
    }
    for (Trace.Forwarded mail : trace.forwarded()) {
      table.row(
          "forwarded", names.whole().apply(mail.address()), "", mail.messages(), "", mail.peak());
    }
    List<DepartmentMail> departments = trace.departments();
    for (DepartmentMail mail :
        names.redacted() ? DepartmentMail.withoutSmall(departments) : departments) {
      String figure =
          switch (mail.standing()) {
            case NAMED -> "forwardedByDepartment";
            case NOT_STATED -> "forwardedDepartmentNotStated";
            case SMALL -> "forwardedSmallDepartments";
            case NOT_READ -> "forwardedDepartmentNotRead";
            case NO_MAILBOX -> "forwardedMailboxNotKnown";
          };
      table.row(figure, mail.name(), "", mail.messages(), "", mail.peak());
    }
  }

  /** Messages that do not pass, and sessions that failed, of all. */
  private static void receivers(MailReports mail, Names names, Table table) throws IOException {
    for (MailReports.Domain domain : mail.domains()) {
      for (MailReports.Source source : domain.sources()) {
        boolean unknown = source.speaks() == MailReports.Voice.NOBODY;
        table.row(
            unknown ? "dmarcUnknownSource" : "dmarcBySource",
            names.text().apply(source.domain() + " " + source.network()),
            "",
            source.messages() - source.aligned(),
            "",
            source.messages());
      }
    }
    for (MailReports.TlsSessions tls : mail.tls()) {
      table.row(
          "tlsFailed",
          names.text().apply((tls.domain() + " " + tls.policy()).strip()),
          "",
          tls.failed(),
          "",
          tls.good() + tls.failed());
    }
  }

  private static void write(Path target, String language, Body body) {
    CSVFormat format =
        CSVFormat.Builder.create()
            .setDelimiter(language.equals("it") ? ';' : ',')
            .setQuote('"')
            .setQuoteMode(QuoteMode.ALL)
            .setRecordSeparator("\r\n")
            .get();
    ResultFile.write(
        target,
        out -> {
          BufferedWriter text =
              new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          text.write('\uFEFF');
          body.to(
              cells ->
                  format.printRecord(
                      text,
                      Arrays.stream(cells)
                          .map(cell -> CsvCell.of(String.valueOf(cell)))
                          .toArray()));
          text.flush();
        });
  }
}
