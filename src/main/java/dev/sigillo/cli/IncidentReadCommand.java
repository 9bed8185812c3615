package dev.sigillo.cli;

import dev.sigillo.incident.ndr.NdrTally;
import dev.sigillo.incident.read.IncidentFiles;
import dev.sigillo.incident.read.IncidentRead;
import dev.sigillo.incident.read.IncidentSnapshot;
import dev.sigillo.incident.read.ReportFiles;
import dev.sigillo.incident.trace.TraceFiles;
import dev.sigillo.kpi.MailSource;
import dev.sigillo.kpi.ReportedDomain;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads what there is of an incident into a snapshot. */
@Command(
    name = "read",
    mixinStandardHelpOptions = true,
    description = {
      "Read delivery reports (NDRs), message traces, DMARC and TLS reports into a snapshot, for"
          + " 'evaluate' and 'incident dossier'.",
      "With --beside, the new snapshot also holds everything of the one named, which stays as it is."
          + " No subject and no text of a message is kept."
    },
    footer = {
      "",
      "Example: sigillo incident read bounces/ --trace trace.csv --dmarc reports/ -o incident.zip"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class IncidentReadCommand implements Callable<Integer> {
  private static final int DOMAINS_SHOWN = 10;
  private static final int SOURCES_SHOWN = 5;

  enum TraceDates {
    DMY,
    MDY
  }

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Delivery reports: messages (.eml), mbox files, Maildirs, folders, ZIP files.")
  private List<Path> paths = new ArrayList<>();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description =
          "Message trace: CSV of the admin centre or of PowerShell, JSON of Graph; packed or not.")
  private List<Path> traces = new ArrayList<>();

  @Option(
      names = "--dmarc",
      paramLabel = "PATH",
      description =
          "DMARC aggregate reports and TLS reports: XML, JSON, gzip, ZIP, e-mail, folders of them.")
  private List<Path> reports = new ArrayList<>();

  @Option(
      names = "--trace-dates",
      paramLabel = "ORDER",
      description = "dmy or mdy: how dates in traces are to be read that do not say it themselves.")
  private @Nullable TraceDates dates;

  @Option(
      names = "--beside",
      paramLabel = "SNAPSHOT",
      description = "Snapshot of the tenant, whose datasets the new one holds too.")
  private @Nullable Path beside;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SNAPSHOT",
      required = true,
      description = "Where the new snapshot goes.")
  private Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    check();
    IncidentFiles files =
        new IncidentFiles(paths, traces, reports, dates == null ? null : dates == TraceDates.DMY);
    if (beside == null) {
      return read(null, files);
    }
    if (output.toAbsolutePath().normalize().equals(beside.toAbsolutePath().normalize())) {
      throw new UsageException(
          output + ": a snapshot is never changed; name another file to write to");
    }
    try (Snapshot snapshot = Snapshots.open(beside)) {
      return read(snapshot, files);
    }
  }

  private void check() {
    Target.file(output);
    if (paths.isEmpty() && traces.isEmpty() && reports.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "nothing to read; allowed: PATH…, --trace FILE, --dmarc PATH");
    }
    Stream.of(paths, traces, reports)
        .flatMap(List::stream)
        .filter(path -> !Files.exists(path))
        .findFirst()
        .ifPresent(
            path -> {
              throw new UsageException(
                  "'%s' does not exist; allowed: a file or folder"
                      .formatted(Shown.words(path.toString())));
            });
  }

  private static void print(PrintWriter out, ReportedDomain domain) {
    List<MailSource> unknown = domain.unknown();
    out.printf(
        "  %s: %s of the mail passes DMARC; networks that sent it: %,d%n",
        Shown.words(domain.domain()), domain.passRate(), domain.sources().size());
    if (!unknown.isEmpty()) {
      out.printf(
          "    neither SPF nor a signature speaks for (%,d): %s%s%n",
          unknown.size(),
          unknown.stream()
              .limit(SOURCES_SHOWN)
              .map(s -> Shown.words("%s (%,d)".formatted(s.network(), s.messages())))
              .collect(Collectors.joining(", ")),
          unknown.size() > SOURCES_SHOWN ? ", …" : "");
    }
  }

  private int read(@Nullable Snapshot given, IncidentFiles files) {
    PrintWriter err = spec.commandLine().getErr();
    IncidentRead read =
        IncidentSnapshot.write(
            given,
            files,
            output,
            Version.current(),
            Clock.systemUTC(),
            sentence -> err.println(Shown.words(sentence)));
    print(spec.commandLine().getOut(), read);
    int code = ImportCommand.report(spec, output, List.of());
    return read.isEmpty() ? ExitCode.USAGE.code() : code;
  }

  private static void print(PrintWriter out, IncidentRead read) {
    NdrTally ndrs = read.ndrs();
    if (ndrs != null) {
      out.printf(
          "Delivery reports: %,d of %,d messages; %,d files not read%n",
          ndrs.reports(), ndrs.messages(), ndrs.refused());
    }
    TraceFiles.Tally traces = read.traces();
    if (traces != null) {
      out.printf(
          "Message trace: %,d rows, %,d more came twice; %,d files not read to the end%n",
          traces.rows(), traces.again(), traces.refused());
      if (traces.cutShort() != null) {
        out.printf(
            "  %s may be the first page of several; export the others too%n",
            Shown.words(traces.cutShort()));
      }
    }
    ReportFiles.Tally reports = read.reports();
    if (reports != null) {
      out.printf(
          "DMARC: %,d reports, %,d records; TLS: %,d reports; %,d reports came twice; %,d files not"
              .concat(" read%n"),
          reports.aggregateReports(),
          reports.records(),
          reports.tlsReports(),
          reports.again(),
          reports.refused());
    }
    read.domains().stream()
        .sorted(Comparator.comparing(ReportedDomain::messages).reversed())
        .limit(DOMAINS_SHOWN)
        .forEach(domain -> print(out, domain));
  }
}
