package dev.sigillo.effective;

import dev.sigillo.snapshot.ProtectionAlert;
import java.util.Collection;
import java.util.List;

/**
 * What is said of alert policies as a whole.
 *
 * @param missing ids that are wanted and that no alert policy has
 */
public record AlertPolicies(List<String> missing) {
  /** The recipients that Microsoft sets: every global administrator, with a mailbox or not. */
  private static final String TENANT_ADMINS = "TenantAdmins";

  public AlertPolicies {
    missing = List.copyOf(missing);
  }

  /**
   * Looks for alert policies.
   *
   * @param alerts all of them
   * @param wanted immutable ids
   */
  public static AlertPolicies of(Collection<?> alerts, Collection<String> wanted) {
    return new AlertPolicies(
        wanted.stream()
            .filter(
                id ->
                    alerts.stream()
                        .noneMatch(a -> a instanceof ProtectionAlert p && p.immutableId().is(id)))
            .toList());
  }

  /** Whether an alert policy watches one of the operations. */
  public static boolean watches(ProtectionAlert alert, Collection<String> operations) {
    return operations.stream().anyMatch(alert.operation()::has);
  }

  /**
   * Whether somebody known to read them receives the alerts.
   *
   * @param alert the alert policy
   * @param readers addresses that are read; when empty, whoever was entered by the organisation is
   *     taken to read
   */
  public static boolean monitored(ProtectionAlert alert, Collection<String> readers) {
    return readers.isEmpty()
        ? alert.notifyUser().list().stream().anyMatch(r -> !TENANT_ADMINS.equalsIgnoreCase(r))
        : readers.stream().anyMatch(alert.notifyUser()::has);
  }

  /** What is wanted of the recipients, as Microsoft names it. */
  public static String wanted(Collection<String> readers) {
    return readers.isEmpty()
        ? "NotifyUser <> " + TENANT_ADMINS
        : "NotifyUser: " + String.join(", ", readers);
  }

  /** The name of an alert policy with its recipients, for a finding. */
  public static String recipients(ProtectionAlert alert) {
    List<String> readers = alert.notifyUser().list();
    return alert.subjectName() + ": " + (readers.isEmpty() ? "-" : String.join(", ", readers));
  }
}
