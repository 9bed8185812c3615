package dev.sigillo.incident.read;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has of an incident.
 *
 * @param ndrs delivery reports: messages, mbox files, Maildirs, folders, ZIP files
 * @param traces message traces, CSV or JSON
 * @param reports DMARC aggregate reports and TLS reports, in whatever they come
 * @param dayFirst whether {@code 11/05/2026} in a trace is in May; null to find out
 */
public record IncidentFiles(
    List<Path> ndrs, List<Path> traces, List<Path> reports, @Nullable Boolean dayFirst) {
  public IncidentFiles {
    ndrs = List.copyOf(ndrs);
    traces = List.copyOf(traces);
    reports = List.copyOf(reports);
  }
}
