package dev.sigillo.cli;

import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.IncidentReader;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.ndr.Originals;
import dev.sigillo.report.Dossier;
import dev.sigillo.snapshot.OwnerOnly;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The original messages of a dossier: those for the request first, then the latest. */
final class DossierOriginals {
  private record Message(Instant time, String sha256, String file) {}

  private DossierOriginals() {}

  /**
   * Copies messages into the folder {@code ndr}.
   *
   * @param folder the dossier's folder; null to count only
   */
  static Dossier.Originals copy(IncidentReader reader, Incident incident, @Nullable Path folder)
      throws IOException {
    TreeSet<Message> latest =
        new TreeSet<>(
            Comparator.comparing(Message::time)
                .reversed()
                .thenComparing(Message::sha256)
                .thenComparing(Message::file));
    Set<String> all = new TreeSet<>();
    Set<String> tooLong = new TreeSet<>();
    reader.refusals(
        report -> {
          if (!report.reached() && !report.sha256().isEmpty() && all.add(report.sha256())) {
            Instant time = report.time();
            latest.add(
                new Message(time == null ? Instant.EPOCH : time, report.sha256(), report.file()));
            if (latest.size() > Dossier.MOST_ORIGINALS) {
              latest.pollLast();
            }
          } else if (!report.reached() && report.sha256().isEmpty() && !report.file().isEmpty()) {
            tooLong.add(report.file());
          }
        });
    long count = all.size() + (long) tooLong.size();
    Map<String, String> wanted = new LinkedHashMap<>();
    if (incident.failures() != null) {
      for (Sample sample : incident.failures().samples()) {
        if (!sample.sha256().isEmpty()) {
          wanted.put(sample.sha256(), sample.file());
        }
      }
    }
    for (Message message : latest) {
      if (wanted.size() < Dossier.MOST_ORIGINALS) {
        wanted.putIfAbsent(message.sha256(), message.file());
      }
    }
    return folder == null
        ? new Dossier.Originals(Map.of(), List.of(), count)
        : write(wanted, tooLong, folder, count);
  }

  /** What was too long to be read to its end has no digest, and is not looked for. */
  private static Dossier.Originals write(
      Map<String, String> wanted, Set<String> tooLong, Path folder, long all) throws IOException {
    Map<String, String> names = new HashMap<>();
    for (String sha256 : wanted.keySet()) {
      names.put(sha256, String.format(Locale.ROOT, "ndr/%03d.eml", names.size() + 1));
    }
    if (!names.isEmpty()) {
      OwnerOnly.createDirectory(folder.resolve("ndr"));
    }
    Set<String> missing =
        Originals.find(
            wanted,
            (sha256, message) -> {
              try (OutputStream out =
                  OwnerOnly.newOutputStream(folder.resolve(names.get(sha256)))) {
                out.write(message);
              }
            });
    List<String> where = new ArrayList<>(tooLong);
    wanted.forEach(
        (sha256, file) -> {
          if (missing.contains(sha256)) {
            where.add(file);
            names.remove(sha256);
          }
        });
    return new Dossier.Originals(names, where, all);
  }
}
