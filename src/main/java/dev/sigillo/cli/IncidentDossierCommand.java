package dev.sigillo.cli;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.AssessmentReader;
import dev.sigillo.control.CatalogueLoader;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.IncidentReader;
import dev.sigillo.redact.Pseudonyms;
import dev.sigillo.redact.Redaction;
import dev.sigillo.report.Dossier;
import dev.sigillo.report.DossierTables;
import dev.sigillo.report.Names;
import dev.sigillo.report.PdfReport;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts together what is sent and kept of an incident. */
@Command(
    name = "dossier",
    mixinStandardHelpOptions = true,
    description = {
      "Put what 'incident read' read into a dossier: a PDF with the verdict and its grounds, the"
          + " request to Microsoft in English and Italian, the original reports, tables, a note to"
          + " users, a checklist, and a manifest with digests.",
      "With --audit, how the tenant is protected is taken from its assessment, outcome by outcome."
    },
    footer = {
      "",
      "Example: sigillo incident dossier incident.zip --audit assessment.json --lang it --out dossier"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class IncidentDossierCommand implements Callable<Integer> {
  @Parameters(paramLabel = "SNAPSHOT", description = "Snapshot that 'incident read' wrote.")
  private Path file;

  @Option(
      names = "--audit",
      paramLabel = "ASSESSMENT",
      description = "assessment.json of the same tenant.")
  private @Nullable Path audit;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder, or a ZIP when it ends in .zip.")
  private Path out;

  @Mixin private final LanguageOption language = new LanguageOption();
  @Mixin private final RedactOptions redact = new RedactOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    boolean redacted = redact.asked();
    try (Snapshot snapshot = Snapshots.open(file);
        DossierFolder folder = DossierFolder.of(out)) {
      AssessmentReader reader = audit == null ? null : AssessmentReader.open(audit);
      Assessment assessment = reader == null ? null : reader.read(PdfReport.FINDINGS_SHOWN);
      check(snapshot, assessment);
      Names names = Names.PLAIN;
      if (redacted) {
        Pseudonyms pseudonyms = redact.names(tenant(snapshot, assessment), out, err());
        names = new Names(IncidentDossierCommand.whole(pseudonyms), pseudonyms::keys, true);
        assessment = reader == null ? null : redacted(reader, pseudonyms);
      }
      IncidentReader rows =
          IncidentReader.of(snapshot, DossierKnown.of(assessment, CatalogueLoader.bundled()));
      Incident incident = rows.read();
      if (incident.failures() == null && incident.trace() == null) {
        throw new UsageException(
            "%s: holds no delivery reports and no message trace; allowed: a snapshot that 'incident read' wrote"
                .formatted(file));
      }
      Dossier.Originals originals =
          DossierOriginals.copy(rows, incident, redacted ? null : folder.path());
      Dossier dossier =
          new Dossier(incident, assessment, originals, names, "Sigillo " + Version.current());
      DossierTables.messageIds(
          rows::refusals,
          originals.files(),
          names,
          folder.path().resolve("message-ids.csv"),
          language.code());
      dossier.write(folder.path(), language.code());
      folder.settle();
      spec.commandLine().getOut().println("Verdict: " + dossier.verdict());
      spec.commandLine().getOut().println("Dossier: " + out);
    } catch (IOException e) {
      throw new UncheckedIOException(out + ": cannot be written: " + e.getMessage(), e);
    }
    return ExitCode.OK.code();
  }

  private static java.util.function.UnaryOperator<String> whole(Pseudonyms names) {
    return name -> name.isEmpty() || name.equals("–") ? name : names.whole(name);
  }

  /** Another tenant's assessment would speak for the wrong one. */
  private void check(Snapshot snapshot, @Nullable Assessment assessment) {
    String own = snapshot.manifest().tenantId();
    String other = assessment == null ? null : assessment.snapshot().tenantId();
    if (own != null && other != null && !own.equalsIgnoreCase(other)) {
      throw new UsageException(
          "%s is of tenant %s, and %s of tenant %s; allowed: an assessment of the same tenant"
              .formatted(audit, other, file, own));
    }
  }

  private static @Nullable String tenant(Snapshot snapshot, @Nullable Assessment assessment) {
    String own = snapshot.manifest().tenantId();
    return own == null && assessment != null ? assessment.snapshot().tenantId() : own;
  }

  private static Assessment redacted(AssessmentReader reader, Pseudonyms names) throws IOException {
    Path folder = Files.createTempDirectory("sigillo-redacted");
    Path json = folder.resolve("assessment.json");
    try {
      Redaction.write(reader, json, names);
      return AssessmentReader.open(json).read(PdfReport.FINDINGS_SHOWN);
    } finally {
      Files.deleteIfExists(json);
      Files.deleteIfExists(folder);
    }
  }

  private PrintWriter err() {
    return spec.commandLine().getErr();
  }
}
