package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.AppRoleIds;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What exports do not say, and do not say that they do not. */
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
      return Note.CONNECTORS_LEFT_OUT.of(ExportFolder.command(dataset));
    }
    if (rows == THOUSAND && FIRST_THOUSAND.contains(dataset)) {
      return Note.STOPS_AT.of(rows, ExportFolder.command(dataset), "-ResultSize Unlimited");
    }
    return rows == HUNDRED && dataset.id().startsWith("graph/")
        ? Note.STOPS_AT.of(rows, "Microsoft Graph PowerShell", "-All")
        : null;
  }

  /** Whether the row grants a permission that nobody can name. */
  static boolean unnamed(Dataset dataset, ObjectNode row) {
    return dataset == Dataset.APP_ROLE_ASSIGNMENT
        && !AppRoleIds.tells(Names.text(row, "AppRoleId"), Names.text(row, "AppRoleValue"));
  }
}
