package dev.sigillo.control;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A requirement, as its YAML file states it. The judgement stands beside it in DRL.
 *
 * @param id {@code SMTPAUTH-01}: area and number, never reused
 * @param since version of Sigillo that brought it
 * @param severity how much it matters
 * @param scope tenant or one mailbox at a time
 * @param subjects what it judges
 * @param title the desired state, in one sentence
 * @param rationale why it matters
 * @param effect what happens otherwise, the auditor's "effect"
 * @param evidence what the judgement rests on
 * @param parameters values a policy may change, by name
 * @param findings sentence per finding code, with {@code {subject}}, {@code {observed}} and {@code
 *     {expected}}
 * @param remediation how to put it right
 * @param mappings where the requirement stands in the frameworks
 * @param codes codes of the source catalogue it covers
 * @param references public pages that say so
 */
public record Control(
    String id,
    String since,
    Severity severity,
    Scope scope,
    SubjectKind subjects,
    Text title,
    Text rationale,
    Text effect,
    List<Evidence> evidence,
    Map<String, Parameter> parameters,
    Map<String, Text> findings,
    Remediation remediation,
    Mappings mappings,
    List<String> codes,
    List<String> references) {

  public Control {
    evidence = List.copyOf(evidence);
    parameters = ordered(parameters);
    findings = ordered(findings);
    codes = List.copyOf(codes);
    references = references == null ? List.of() : List.copyOf(references);
  }

  /** An immutable copy that keeps the file's order, which documents follow. */
  private static <V> Map<String, V> ordered(@Nullable Map<String, V> map) {
    return map == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }

  /** The area in the id's prefix. */
  public Area area() {
    return Area.valueOf(id.substring(0, id.indexOf('-')));
  }
}
