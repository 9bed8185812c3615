package dev.sigillo.policy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.control.Control;
import dev.sigillo.control.Severity;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's choices, with everything it extends resolved.
 *
 * @param name file name or bundled name
 * @param chain what it extends, nearest first
 * @param digest SHA-256 over every file that was read, the policy's own first, each followed by a
 *     zero byte
 * @param failLevel findings of this severity or above end with exit code 4; null for never
 * @param minCoverage percent of the evidence on settings below which the exit code is 5
 * @param timeZone in which its dates are read
 * @param controls settings per control id; a control that is not named is on as it is
 * @param weights points per severity, where they differ from the severities' own
 * @param waivers findings that are accepted for a while
 * @param inventory everything that sends
 * @param attestations what people state
 * @param emergencyAccounts accounts that Conditional Access must leave out
 * @param engagement the audit engagement
 * @param engagementStated whether there is one
 * @param responses management's responses
 * @param privacy on what basis per-person logs were read
 * @param weakenings where it is weaker than what it extends
 */
public record Policy(
    String name,
    List<String> chain,
    String digest,
    @Nullable Severity failLevel,
    int minCoverage,
    ZoneId timeZone,
    Map<String, ControlSettings> controls,
    Map<Severity, Integer> weights,
    List<Waiver> waivers,
    List<InventoryEntry> inventory,
    List<Attestation> attestations,
    List<EmergencyAccount> emergencyAccounts,
    Engagement engagement,
    boolean engagementStated,
    List<Response> responses,
    @Nullable Privacy privacy,
    List<Weakening> weakenings) {

  /**
   * What a policy says of one control.
   *
   * @param enabled whether it is selected
   * @param severity another severity than the catalogue's; null for the catalogue's
   * @param parameters values by name
   * @param reason why it is left out or lowered
   */
  public record ControlSettings(
      boolean enabled,
      @Nullable Severity severity,
      Map<String, JsonNode> parameters,
      @Nullable String reason) {

    /** Selected, as the catalogue has it. */
    static final ControlSettings AS_IT_IS = new ControlSettings(true, null, Map.of(), null);
  }

  /** An emergency access account: what people call it, and its object id. */
  public record EmergencyAccount(String name, String id) {}

  /**
   * Where a policy is weaker than the one it extends, or may be.
   *
   * @param control id of the control; null when it concerns the policy as a whole
   * @param what {@code enabled}, {@code severity}, a parameter's name or a key of the policy
   * @param from the value in what is extended; a list is separated by commas, an empty one is
   *     {@code -}
   * @param to the value instead
   * @param reason why; null when the policy need not say and does not
   */
  public record Weakening(
      @Nullable String control, String what, String from, String to, @Nullable String reason) {}

  /** What it says of a control. */
  public ControlSettings settings(Control control) {
    return controls.getOrDefault(control.id(), ControlSettings.AS_IT_IS);
  }

  /** The severity in force. */
  public Severity severity(Control control) {
    Severity severity = settings(control).severity();
    return severity == null ? control.severity() : severity;
  }

  /** The values in force of all the parameters of a control, by name. */
  public Map<String, JsonNode> parameters(Control control) {
    Map<String, JsonNode> values = new TreeMap<>();
    control.parameters().forEach((name, parameter) -> values.put(name, parameter.defaultValue()));
    values.putAll(settings(control).parameters());
    return values;
  }
}
