package dev.sigillo.report;

import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.control.Mappings;
import dev.sigillo.control.Text;
import java.util.ArrayList;
import java.util.List;

/** Sentences made of an assessment's values and the texts it carries. */
final class Sentences {
  private final Words words;

  Sentences(Words words) {
    this.words = words;
  }

  /** What a finding says. */
  String finding(ControlResult control, Finding finding) {
    Text text = control.findingTexts().get(finding.code());
    if (text == null) {
      return finding.code() + ": " + finding.observed();
    }
    return fill(
        words.say(text), finding.subject(), shown(finding.observed()), shown(finding.expected()));
  }

  /** Fills the placeholders in one pass, so that a name with braces stays a name. */
  private static String fill(String text, String subject, String observed, String expected) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("{subject}", at)) {
        filled.append(subject);
        at += "{subject}".length();
      } else if (text.startsWith("{observed}", at)) {
        filled.append(observed);
        at += "{observed}".length();
      } else if (text.startsWith("{expected}", at)) {
        filled.append(expected);
        at += "{expected}".length();
      } else {
        filled.append(text.charAt(at++));
      }
    }
    return filled.toString();
  }

  private static String shown(String value) {
    return value.isEmpty() ? "–" : value;
  }

  /** Where a requirement stands in the frameworks; empty when in none. */
  String mappings(Mappings mappings) {
    List<String> parts = new ArrayList<>();
    add(parts, "SCuBA", mappings.scuba());
    add(parts, "CIS", mappings.cis());
    add(parts, "NIST SP 800-53", mappings.nist());
    add(parts, "ISO 27001", mappings.iso27001());
    add(parts, "MITRE ATT&CK", mappings.attack());
    add(parts, words.say("mapping.checklist"), mappings.checklist());
    return String.join(" · ", parts);
  }

  private static void add(List<String> parts, String name, List<String> ids) {
    if (!ids.isEmpty()) {
      parts.add(name + " " + String.join(", ", ids));
    }
  }
}
