package dev.sigillo.assessment;

import dev.sigillo.control.Severity;
import dev.sigillo.control.Text;
import dev.sigillo.policy.Attestation;
import dev.sigillo.policy.Engagement;
import dev.sigillo.policy.InventoryEntry;
import dev.sigillo.policy.Privacy;
import dev.sigillo.policy.Response;
import dev.sigillo.policy.Waiver;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole assessment.
 *
 * @param schemaVersion version of the document, {@link #SCHEMA_VERSION} when written here
 * @param toolVersion version of Sigillo
 * @param redacted whether people are named by pseudonyms; {@code resultsDigest} is then that of the
 *     original
 * @param asOf the instant every date was compared with
 * @param asOfExplicit whether somebody chose it, rather than the snapshot's end
 * @param snapshot the evidence
 * @param catalogue the controls
 * @param policy the organisation's choices and declarations
 * @param population what there is, and how much of it was read
 * @param domains what DNS says of each accepted domain; none when DNS was not asked
 * @param score the score
 * @param deselected controls the policy leaves out
 * @param controls one result per selected control, by id
 * @param resultsDigest SHA-256 of outcomes, findings and score alone
 */
public record Assessment(
    int schemaVersion,
    String toolVersion,
    boolean redacted,
    Instant asOf,
    boolean asOfExplicit,
    SnapshotInfo snapshot,
    CatalogueInfo catalogue,
    PolicyInfo policy,
    List<Population> population,
    List<DomainResult> domains,
    Score score,
    List<Deselected> deselected,
    List<ControlResult> controls,
    String resultsDigest) {

  /** The only version so far. */
  public static final int SCHEMA_VERSION = 1;

  /**
   * The evidence.
   *
   * @param digest SHA-256 of the snapshot's manifest
   * @param origin worst origin: LIVE, IMPORTED, SIMULATED or HANDMADE
   * @param hosts that were read from
   * @param rights of the identity that read, as its tokens name them
   * @param settingsCoverage percent of the evidence on settings that was read, logs aside
   */
  public record SnapshotInfo(
      String digest,
      String origin,
      int schemaVersion,
      String toolVersion,
      @Nullable String tenantId,
      @Nullable String tenantName,
      @Nullable String initialDomain,
      @Nullable String collectedBy,
      Instant start,
      Instant end,
      List<ReadHost> hosts,
      List<String> rights,
      java.math.BigDecimal settingsCoverage,
      List<EvidenceEntry> datasets) {
    public SnapshotInfo {
      hosts = hosts == null ? List.of() : List.copyOf(hosts);
      rights = rights == null ? List.of() : List.copyOf(rights);
    }
  }

  /** A host, and who issued the certificate that it showed. */
  public record ReadHost(String host, String issuer) {}

  /** One line of the evidence register, as the manifest has it; controls that rest on it. */
  public record EvidenceEntry(
      String name,
      String origin,
      @Nullable String source,
      @Nullable String request,
      String status,
      @Nullable String reason,
      long rows,
      @Nullable Long covered,
      @Nullable Long total,
      @Nullable Instant askedFrom,
      @Nullable Instant askedTo,
      @Nullable Instant servedFrom,
      @Nullable Instant servedTo,
      List<String> withheld,
      List<String> requestIds,
      @Nullable String sha256,
      @Nullable Instant start,
      @Nullable Instant end,
      List<String> controls) {}

  /** The catalogue: its version, its digest and the number of controls in it. */
  public record CatalogueInfo(
      String version, String digest, int controls, List<String> userRules) {}

  /**
   * The policy in force.
   *
   * @param name file name or bundled name
   * @param chain what it extends, nearest first
   * @param digest SHA-256 of the files, in order
   */
  public record PolicyInfo(
      String name,
      List<String> chain,
      String digest,
      @Nullable Severity failLevel,
      int minCoverage,
      String timeZone,
      Engagement engagement,
      boolean engagementStated,
      List<Response> responses,
      @Nullable Privacy privacy,
      List<Weakening> weakenings,
      List<WaiverUse> waivers,
      List<AttestationUse> attestations,
      List<InventoryUse> inventory) {}

  /**
   * Where the policy is weaker than the one it extends, or may be.
   *
   * @param control id of the control; null when it concerns the policy as a whole
   * @param what {@code enabled}, {@code severity}, a parameter's name or a key of the policy
   * @param reason why; null when the policy does not say
   */
  public record Weakening(
      @Nullable String control, String what, String from, String to, @Nullable String reason) {}

  /**
   * A waiver and what became of it.
   *
   * @param findings findings it covers
   * @param subjects subjects it covers
   * @param blanket whether its pattern matches everything
   * @param daysLeft days from asOf to its last day, negative once expired
   */
  public record WaiverUse(
      Waiver waiver, State state, long findings, long subjects, boolean blanket, long daysLeft) {
    /** Whether it counts. */
    public enum State {
      LIVE,
      EXPIRED,
      NOT_YET_APPROVED
    }
  }

  /** An attestation, whether it still counts, and the points earned by it. */
  public record AttestationUse(
      Attestation attestation, boolean live, long daysLeft, String points) {}

  /**
   * An entry of the inventory and whether the tenant shows it.
   *
   * @param seen where the tenant shows it
   */
  public record InventoryUse(InventoryEntry entry, Seen seen, @Nullable String detail) {
    /** What the tenant says of a declared sender. */
    public enum Seen {
      SEEN,
      NOT_SEEN,
      UNKNOWN
    }
  }

  /**
   * How many of something there are.
   *
   * @param what {@code MAILBOXES}, {@code DOMAINS}, ...
   * @param source dataset that lists them
   * @param count how many there are; null when that is not known, as with a list cut short
   * @param secondSource another dataset that counts them
   * @param secondCount its count
   * @param read how many were read in full; null when the list was not read at all
   * @param noAnswer how many were asked and did not answer; null where each is not asked by itself
   * @param notAsked how many nobody asked; null likewise
   * @param status status of the source
   * @param whyNot what keeps the source from being complete, as the snapshot says it
   */
  public record Population(
      String what,
      String source,
      @Nullable Long count,
      @Nullable String secondSource,
      @Nullable Long secondCount,
      @Nullable Long read,
      @Nullable Long noAnswer,
      @Nullable Long notAsked,
      String status,
      @Nullable String whyNot) {}

  /** A control the policy leaves out, and how it would have come out. */
  public record Deselected(
      String id, Text title, Severity severity, String reason, Outcome outcome) {}
}
