package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Outcome;
import dev.sigillo.incident.dossier.Suspect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment says of the tenant's own part in an incident: how it is protected, outcome by
 * outcome, and which findings name something that may have sent.
 */
final class Hardening {
  /** Findings of one control that are named. */
  private static final int NAMED = 8;

  private static final Map<String, List<String>> GROUPS = new LinkedHashMap<>();

  static {
    GROUPS.put("sending", List.of("OUTBOUND-06", "IDENTITY-10"));
    GROUPS.put("smtpAuth", List.of("SMTPAUTH-01", "SMTPAUTH-02", "SMTPAUTH-05"));
    GROUPS.put(
        "forwarding",
        List.of(
            "FORWARDING-01",
            "FORWARDING-02",
            "FORWARDING-03",
            "FORWARDING-05",
            "FORWARDING-06",
            "FORWARDING-07",
            "FORWARDING-08"));
    GROUPS.put("identity", List.of("IDENTITY-01", "IDENTITY-02"));
    GROUPS.put("authentication", List.of("SPF-01", "DKIM-01", "DMARC-01"));
  }

  /** Groups that Microsoft asks about. */
  private static final List<String> ASKED = List.of("sending", "smtpAuth", "forwarding");

  /** Requirements on the mail itself: forwarded volume, spikes, bursts. */
  private static final Set<String> TRAFFIC = Set.of("R7", "F13", "R6", "O10", "O11", "O12");

  private static final Map<String, Suspect.Kind> SUSPICIOUS =
      Map.of(
          "OUTBOUND-06", Suspect.Kind.ACCOUNT,
          "IDENTITY-10", Suspect.Kind.ACCOUNT,
          "FORWARDING-03", Suspect.Kind.RULE,
          "FORWARDING-05", Suspect.Kind.RULE,
          "FORWARDING-06", Suspect.Kind.RULE,
          "FORWARDING-07", Suspect.Kind.RULE,
          "FORWARDING-08", Suspect.Kind.RULE,
          "SMTPAUTH-05", Suspect.Kind.DEVICE,
          "SENDERS-02", Suspect.Kind.APPLICATION);

  /** What shows sending, or an account that was taken over, and not only an open door. */
  private static final Set<String> STRONG = Set.of("OUTBOUND-06", "IDENTITY-10");

  private final @Nullable Assessment assessment;
  private final Words words;

  Hardening(@Nullable Assessment assessment, Words words) {
    this.assessment = assessment;
    this.words = words;
  }

  /** Results by group, in order; a group without any is left out. */
  Map<String, List<ControlResult>> groups() {
    Map<String, List<ControlResult>> groups = new LinkedHashMap<>();
    GROUPS.forEach(
        (group, ids) -> {
          List<ControlResult> results = new ArrayList<>();
          for (ControlResult control : controls()) {
            boolean traffic =
                group.equals("sending") && control.codes().stream().anyMatch(TRAFFIC::contains);
            if (ids.contains(control.id()) || traffic) {
              results.add(control);
            }
          }
          if (!results.isEmpty()) {
            groups.put(group, results);
          }
        });
    return groups;
  }

  /** Results that a request to Microsoft speaks of. */
  List<ControlResult> asked() {
    Map<String, List<ControlResult>> groups = groups();
    return ASKED.stream().flatMap(group -> groups.getOrDefault(group, List.of()).stream()).toList();
  }

  /** Open findings that name something that may have sent. */
  List<Suspect> suspects() {
    List<Suspect> suspects = new ArrayList<>();
    Sentences sentences = new Sentences(words);
    for (ControlResult control : controls()) {
      Suspect.Kind kind = SUSPICIOUS.get(control.id());
      if (kind == null || control.outcome() != Outcome.FAIL) {
        continue;
      }
      control.findings().stream()
          .filter(finding -> finding.waiver() == null)
          .limit(NAMED)
          .forEach(
              finding ->
                  suspects.add(
                      new Suspect(
                          kind,
                          who(control, finding),
                          Suspect.FINDING,
                          List.of(sentences.finding(control, finding), control.id()),
                          STRONG.contains(control.id()))));
    }
    return suspects;
  }

  /** The sign-in is by whom it observed, not the tenant that it is found on. */
  private static String who(ControlResult control, Finding finding) {
    return control.id().equals("SMTPAUTH-05") ? finding.observed() : finding.subject();
  }

  private List<ControlResult> controls() {
    return assessment == null ? List.of() : assessment.controls();
  }
}
