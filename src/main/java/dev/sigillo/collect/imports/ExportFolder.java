package dev.sigillo.collect.imports;

import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which file of an export holds which dataset. */
final class ExportFolder {
  private static final int MAX_FILES = 10_000;

  /** Graph's cmdlets, without {@code Get-Mg} or {@code Get-MgBeta}. */
  private static final Map<String, Dataset> GRAPH =
      Map.ofEntries(
          Map.entry("User", Dataset.USER),
          Map.entry("ReportAuthenticationMethodUserRegistrationDetail", Dataset.USER_REGISTRATION),
          Map.entry("IdentityConditionalAccessPolicy", Dataset.CONDITIONAL_ACCESS_POLICY),
          Map.entry("PolicyIdentitySecurityDefaultEnforcementPolicy", Dataset.SECURITY_DEFAULTS),
          Map.entry("PolicyAuthorizationPolicy", Dataset.AUTHORIZATION_POLICY),
          Map.entry("PolicyAdminConsentRequestPolicy", Dataset.ADMIN_CONSENT_REQUEST_POLICY),
          Map.entry("ServicePrincipal", Dataset.SERVICE_PRINCIPAL),
          Map.entry("Application", Dataset.APP_REGISTRATION),
          Map.entry("ServicePrincipalAppRoleAssignedTo", Dataset.APP_ROLE_ASSIGNMENT),
          Map.entry("Oauth2PermissionGrant", Dataset.DELEGATED_GRANT),
          Map.entry("RoleManagementDirectoryRoleAssignment", Dataset.ROLE_ASSIGNMENT),
          Map.entry("RiskyUser", Dataset.RISKY_USER));

  /** What the module's own, faster cmdlets answer too, with the same property names. */
  private static final Set<Dataset> FASTER =
      Set.of(
          Dataset.MAILBOX,
          Dataset.CAS_MAILBOX,
          Dataset.MAILBOX_PERMISSION,
          Dataset.RECIPIENT_PERMISSION);

  private final Map<Dataset, Path> files = new EnumMap<>(Dataset.class);
  private final List<String> notes = new ArrayList<>();
  private final List<Instant> times = new ArrayList<>();

  private ExportFolder() {}

  static ExportFolder of(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new SnapshotException(
          folder
              + " is no folder; name the one that holds files such as Get-TransportConfig.json.");
    }
    ExportFolder export = new ExportFolder();
    Map<String, Dataset> known = known();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.limit(MAX_FILES).sorted().toList()) {
        String name = String.valueOf(file.getFileName());
        if (name.equals(ExportLog.FILE) || name.startsWith(".") || Files.isDirectory(file)) {
          continue;
        }
        export.add(file, name, known);
      }
    }
    if (export.files.isEmpty()) {
      throw new SnapshotException(
          folder
              + " holds no export; files are named after their command, such as"
              + " Get-TransportConfig.json or Get-CASMailbox.csv.");
    }
    return export;
  }

  private void add(Path file, String name, Map<String, Dataset> known) throws IOException {
    String lower = name.toLowerCase(Locale.ROOT);
    int dot = lower.lastIndexOf('.');
    String ending = dot < 0 ? "" : lower.substring(dot);
    Dataset dataset = dot < 0 ? null : known.get(lower.substring(0, dot));
    if (dataset == null || !(ending.equals(".json") || ending.equals(".csv"))) {
      notes.add(name + " was not taken over: no dataset is made from it.");
      return;
    }
    Path other = files.put(dataset, file);
    if (other != null) {
      throw new SnapshotException(
          "%s and %s hold the same; keep one.".formatted(other, file.getFileName()));
    }
    times.add(Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS));
  }

  private static Map<String, Dataset> known() {
    Map<String, Dataset> known = new TreeMap<>();
    for (Dataset dataset : Dataset.values()) {
      // Logs of what people did are never taken over in passing.
      if (!dataset.isLog() && !dataset.isPublic() && !dataset.isRead()) {
        commands(dataset).forEach(name -> known.put(name.toLowerCase(Locale.ROOT), dataset));
      }
    }
    return known;
  }

  /** Name of the command, or of Graph's resource, that a dataset is the answer of. */
  static String command(Dataset dataset) {
    return dataset.id().substring(dataset.id().indexOf('/') + 1);
  }

  /** All names of the command that a dataset is the answer of. */
  static List<String> commands(Dataset dataset) {
    List<String> commands = new ArrayList<>(List.of(command(dataset)));
    if (FASTER.contains(dataset)) {
      commands.add("Get-EXO" + command(dataset).substring("Get-".length()));
    }
    GRAPH.forEach(
        (cmdlet, of) -> {
          if (of == dataset) {
            commands.add("Get-Mg" + cmdlet);
            commands.add("Get-MgBeta" + cmdlet);
          }
        });
    return commands;
  }

  /** Every dataset whose command, under any of its names, is among the given ones. */
  static <T> Map<Dataset, T> byDataset(Map<String, T> byCommand) {
    Map<String, Dataset> known = known();
    Map<Dataset, T> found = new EnumMap<>(Dataset.class);
    byCommand.forEach(
        (command, value) -> {
          Dataset dataset = known.get(command.toLowerCase(Locale.ROOT));
          if (dataset != null) {
            found.put(dataset, value);
          }
        });
    return found;
  }

  Map<Dataset, Path> files() {
    return files;
  }

  /** Files that were left alone. */
  List<String> notes() {
    return notes;
  }

  Instant oldest() {
    return times.stream().min(Instant::compareTo).orElseThrow();
  }

  Instant newest() {
    return times.stream().max(Instant::compareTo).orElseThrow();
  }
}
