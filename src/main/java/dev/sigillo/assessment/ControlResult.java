package dev.sigillo.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.control.Area;
import dev.sigillo.control.Mappings;
import dev.sigillo.control.Remediation;
import dev.sigillo.control.Scope;
import dev.sigillo.control.Severity;
import dev.sigillo.control.SubjectKind;
import dev.sigillo.control.Text;
import java.util.List;
import java.util.Map;

/**
 * The outcome of one control, with the control's own text. Findings come last, so that a reader of
 * the stream knows the counts first.
 *
 * @param id control id
 * @param area its area
 * @param severity severity in force
 * @param catalogueSeverity severity the catalogue gives it
 * @param scope tenant or mailbox
 * @param subjectKind what it judges
 * @param outcome how it came out
 * @param good subjects without a finding
 * @param bad subjects with an open finding
 * @param waived subjects whose findings are all waived
 * @param unknown subjects that could not be judged
 * @param listIncomplete whether there may be more subjects than were seen
 * @param weight points it is worth
 * @param earned points earned, exact, as a fraction or whole number such as {@code 7/2}
 * @param gain points of score that mending it would add, rounded down to a tenth
 * @param reasons why subjects are unknown
 * @param parameters values in force
 * @param title the desired state
 * @param rationale why it matters
 * @param effect what happens otherwise
 * @param remediation how to put it right
 * @param findingTexts sentence per code
 * @param mappings frameworks
 * @param codes codes of the source catalogue
 * @param references public pages
 * @param declared whether it rests on what people declare, not on what was observed
 * @param findingCount how many findings there are in all
 * @param findings the findings: all in the file, the first ones when read for a report
 */
public record ControlResult(
    String id,
    Area area,
    Severity severity,
    Severity catalogueSeverity,
    Scope scope,
    SubjectKind subjectKind,
    Outcome outcome,
    long good,
    long bad,
    long waived,
    long unknown,
    boolean listIncomplete,
    int weight,
    String earned,
    String gain,
    List<Reason> reasons,
    Map<String, JsonNode> parameters,
    Text title,
    Text rationale,
    Text effect,
    Remediation remediation,
    Map<String, Text> findingTexts,
    Mappings mappings,
    List<String> codes,
    List<String> references,
    boolean declared,
    long findingCount,
    List<Finding> findings) {}
