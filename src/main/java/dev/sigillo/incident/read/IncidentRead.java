package dev.sigillo.incident.read;

import dev.sigillo.incident.ndr.NdrTally;
import dev.sigillo.incident.trace.TraceFiles;
import dev.sigillo.kpi.ReportedDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was read of an incident; null for a kind of file that nobody gave.
 *
 * @param ndrs delivery reports
 * @param traces message traces
 * @param reports DMARC and TLS reports
 * @param domains what the DMARC reports say of each domain, by name
 */
public record IncidentRead(
    @Nullable NdrTally ndrs,
    TraceFiles.@Nullable Tally traces,
    ReportFiles.@Nullable Tally reports,
    List<ReportedDomain> domains) {
  public IncidentRead {
    domains = List.copyOf(domains);
  }

  /** Whether there is nothing at all to judge. */
  public boolean isEmpty() {
    return (ndrs == null || ndrs.messages() == 0)
        && (traces == null || traces.rows() == 0)
        && (reports == null || reports.aggregateReports() + reports.tlsReports() == 0);
  }
}
