package dev.sigillo.collect.imports;

import dev.sigillo.snapshot.Dataset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How commands leave out rows without saying so. */
final class Shortage {
  /** Commands that return the first thousand only, unless asked for all. */
  private static final Set<Dataset> FIRST_THOUSAND =
      Set.of(
          Dataset.MAILBOX,
          Dataset.CAS_MAILBOX,
          Dataset.MAIL_CONTACT,
          Dataset.MAIL_USER,
          Dataset.AUDIT_BYPASS,
          Dataset.INBOUND_CONNECTOR);

  private static final long THOUSAND = 1_000;
  private static final long HUNDRED = 100;

  private Shortage() {}

  /** Why a list of so many rows may be short; null when nothing says so. */
  static @Nullable String of(Dataset dataset, long rows) {
    if (dataset == Dataset.OUTBOUND_CONNECTOR) {
      return "plain Get-OutboundConnector leaves out connectors in test mode and those that mail"
          + " flow rules use; it takes two more calls";
    }
    if (rows == THOUSAND && FIRST_THOUSAND.contains(dataset)) {
      return "exactly 1,000 rows, which is where %s stops without -ResultSize Unlimited"
          .formatted(ExportFolder.command(dataset));
    }
    return rows == HUNDRED && dataset.id().startsWith("graph/")
        ? "exactly 100 rows, which is where Graph's commands stop without -All"
        : null;
  }
}
