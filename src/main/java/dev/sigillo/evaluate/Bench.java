package dev.sigillo.evaluate;

import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.control.Control;
import dev.sigillo.control.Scope;
import dev.sigillo.evaluate.EvidenceCheck.Unknowns;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Subject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns what rules reported about a subject into its verdict: good, bad, waived or unknown. */
final class Bench {
  private final Waivers waivers;
  private final FindingSpool spool;

  Bench(Waivers waivers, FindingSpool spool) {
    this.waivers = waivers;
    this.spool = spool;
  }

  /** Findings of a session by control and subject key. */
  static Map<String, Map<String, List<Findings.Raw>>> bySubject(
      List<Findings.Raw> found, Map<String, Judge> judges) {
    Map<String, Map<String, List<Findings.Raw>>> sorted = new HashMap<>();
    for (Findings.Raw raw : found) {
      Judge judge = judges.get(raw.control());
      if (judge == null) {
        continue;
      }
      if (!judge.control().findings().containsKey(raw.code())) {
        throw new RuleException(
            "%s: finding code '%s' has no sentence; its YAML has %s"
                .formatted(raw.control(), raw.code(), judge.control().findings().keySet()));
      }
      sorted
          .computeIfAbsent(raw.control(), k -> new HashMap<>())
          .computeIfAbsent(raw.subject().subjectKey(), k -> new ArrayList<>())
          .add(raw);
    }
    return sorted;
  }

  /** Counts one subject. */
  void judge(
      Control control,
      Subject subject,
      List<Reason> unknown,
      List<Findings.@Nullable Raw> found,
      Tally tally) {
    if (!unknown.isEmpty()) {
      tally.unknown(subject.subjectKey(), subject.subjectName(), unknown);
    } else if (found.isEmpty()) {
      tally.good();
    } else {
      Integer waiver = waivers.covering(control.id(), subject);
      List<FindingSpool.Entry> entries = new ArrayList<>();
      for (Findings.Raw raw : found) {
        if (raw != null) {
          entries.add(new FindingSpool.Entry(control.id(), finding(control, raw, waiver)));
        }
      }
      spool.add(entries);
      if (waiver == null) {
        tally.bad(entries.size());
      } else {
        tally.waived(entries.size());
        waivers.used(waiver, entries.size());
      }
    }
  }

  private static Finding finding(Control control, Findings.Raw raw, @Nullable Integer waiver) {
    List<Finding.Row> rows = new ArrayList<>();
    StringBuilder identity =
        new StringBuilder(raw.subject().subjectKey()).append('\0').append(raw.code());
    for (RowRef row : raw.rows()) {
      rows.add(new Finding.Row(row.dataset(), row.line(), row.id()));
      identity.append('\0').append(row.dataset()).append('\0').append(row.id());
    }
    return new Finding(
        control.id() + "-" + hash(identity.toString()),
        raw.subject().subjectName(),
        raw.subject().subjectKey(),
        raw.code(),
        raw.observed(),
        raw.expected(),
        rows,
        waiver);
  }

  private static String hash(String identity) {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(identity.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(sha, 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The reasons that concern a control as a whole, its missing declarations among them. */
  static List<Reason> everything(Judge judge, Unknowns unknowns, Declarations declarations) {
    List<Reason> all = new ArrayList<>(unknowns.everything());
    for (String declaration : judge.plan().declarations()) {
      if (!declarations.made(declaration, judge.control())) {
        all.add(new Reason(Code.NOT_DECLARED, declaration, null, null, null, 0, List.of()));
      }
    }
    return all;
  }

  /**
   * A control with what it takes to judge it.
   *
   * @param control the control
   * @param plan its evidence
   * @param parameters values in force
   * @param tally its counts
   */
  record Judge(Control control, EvidencePlan plan, Parameters parameters, Tally tally) {
    boolean in(Scope scope) {
      return control.scope() == scope;
    }
  }
}
