package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DatasetWriter;
import dev.sigillo.snapshot.ManifestHeader;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Origin;
import dev.sigillo.snapshot.Projection;
import dev.sigillo.snapshot.SnapshotException;
import dev.sigillo.snapshot.SnapshotWriter;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Imports {@code ProviderSettingsExport.json} of CISA's ScubaGear. A list that a failed command
 * left empty is a failure there, never zero rows.
 */
public final class ScubaGearImport {
  static final String SCUBAGEAR = "ScubaGear";

  private final Path source;
  private final ImportOptions options;
  private final ScubaGearExport export;
  private final Instant time;

  private ScubaGearImport(Path source, ImportOptions options, ScubaGearExport export) {
    this.source = source;
    this.options = options;
    this.export = export;
    this.time = export.time();
  }

  /**
   * Imports the file.
   *
   * @param source ScubaGear's {@code ProviderSettingsExport.json}
   * @param target the snapshot to write
   * @throws SnapshotException when it is no such export
   */
  public static Imported run(Path source, Path target, ImportOptions options) {
    ScubaGearImport run;
    try {
      run = new ScubaGearImport(source, options, ScubaGearExport.read(source));
    } catch (IOException e) {
      throw new SnapshotException("%s cannot be read: %s.".formatted(source, e.getMessage()), e);
    }
    try (SnapshotWriter writer = SnapshotWriter.create(target)) {
      return run.write(writer);
    }
  }

  private Imported write(SnapshotWriter writer) {
    Set<Dataset> others = EnumSet.allOf(Dataset.class);
    for (ScubaGearKey key : ScubaGearKey.ALL) {
      others.remove(key.dataset());
      write(writer, key);
    }
    others.remove(Dataset.DNS_ANSWER);
    writeDns(writer);
    for (Dataset dataset : others) {
      writer.without(DatasetEntry.skipped(dataset.id(), Origin.IMPORTED, missing(dataset)));
    }
    String digest =
        writer.finish(
            new ManifestHeader(
                options.toolVersion(),
                export.tenant("TenantId"),
                export.tenant("DisplayName"),
                export.initialDomain(),
                SCUBAGEAR + " " + export.version(),
                time,
                time));
    return new Imported(digest, List.of());
  }

  /**
   * Of some datasets ScubaGear keeps a part: risky applications, privileged users, policies found.
   */
  private static String missing(Dataset dataset) {
    return switch (dataset) {
      case ADMIN_CONSENT_REQUEST_POLICY -> Note.REVIEWERS_NOT_IN_SOURCE.of();
      case USER, SERVICE_PRINCIPAL, APP_ROLE_ASSIGNMENT, ROLE_ASSIGNMENT, DNS_ANSWER ->
          Note.PARTLY_IN_SOURCE.of(SCUBAGEAR);
      default -> Note.NOT_IN_SOURCE.of(SCUBAGEAR);
    };
  }

  private void write(SnapshotWriter writer, ScubaGearKey key) {
    if (!export.has(key)) {
      writer.without(entry(key, Status.SKIPPED, Note.PRODUCT_NOT_RUN.of(SCUBAGEAR), List.of()));
      return;
    }
    if (export.failed(key) || !export.succeeded(key)) {
      String command = key.commands().get(0);
      String reason =
          export.failed(key)
              ? Note.COMMAND_FAILED.of(command, SCUBAGEAR)
              : Note.SUCCESS_NOT_STATED.of(command);
      writer.without(entry(key, Status.FAILED, reason, List.of()));
      return;
    }
    DatasetWriter lines = writer.dataset(key.dataset().id());
    Projection projection = Projection.of(key.dataset(), options.ruleTexts());
    for (ObjectNode row : export.rows(key)) {
      lines.row(projection.keep(row));
    }
    boolean whole = key.shortage().isEmpty();
    Status status = whole ? Status.COMPLETE : Status.TRUNCATED;
    lines.end(entry(key, status, whole ? null : key.shortage(), projection.withheld()));
  }

  private void writeDns(SnapshotWriter writer) {
    if (!export.hasDns()) {
      writer.without(dnsEntry(Status.SKIPPED, Note.PRODUCT_NOT_RUN.of(SCUBAGEAR)));
      return;
    }
    DatasetWriter lines = writer.dataset(Dataset.DNS_ANSWER.id());
    export.dnsRows().forEach(lines::row);
    boolean whole = export.askedDns();
    String commands = String.join(", ", ScubaGearDns.COMMANDS);
    lines.end(
        dnsEntry(
            whole ? Status.COMPLETE : Status.TRUNCATED,
            whole ? null : Note.SUCCESS_NOT_STATED.of(commands)));
  }

  private DatasetEntry dnsEntry(Status status, @Nullable String reason) {
    return entry(
        Dataset.DNS_ANSWER,
        String.join(", ", ScubaGearDns.KEYS),
        ScubaGearDns.REQUEST,
        status,
        reason,
        List.of());
  }

  private DatasetEntry entry(
      ScubaGearKey key, Status status, @Nullable String reason, List<String> withheld) {
    return entry(key.dataset(), key.key(), key.commands().get(0), status, reason, withheld);
  }

  private DatasetEntry entry(
      Dataset dataset,
      String place,
      String request,
      Status status,
      @Nullable String reason,
      List<String> withheld) {
    return new DatasetEntry(
        dataset.id(),
        Origin.IMPORTED,
        source.getFileName() + ": " + place,
        request,
        status,
        reason,
        0,
        null,
        null,
        null,
        withheld,
        List.of(),
        null,
        null,
        time,
        time);
  }
}
