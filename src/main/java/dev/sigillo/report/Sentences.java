package dev.sigillo.report;

import dev.sigillo.assessment.ControlResult;
import dev.sigillo.assessment.Finding;
import dev.sigillo.assessment.Reason;
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

  /** Why subjects are unknown. */
  String reason(Reason reason) {
    StringBuilder text =
        new StringBuilder(
            words.say(
                "reason." + reason.code(),
                reason.code() == Reason.Code.NOT_DECLARED
                    ? words.say("declaration." + reason.dataset())
                    : reason.dataset(),
                orDash(reason.property()),
                orDash(reason.status()),
                orDash(reason.detail())));
    if (reason.subjects() > 0 && !reason.examples().isEmpty()) {
      text.append(' ')
          .append(
              words.say(
                  "reason.subjects", reason.subjects(), String.join(", ", reason.examples())));
    }
    return text.toString();
  }

  /** What to do about it. */
  String advice(Reason reason) {
    return words.say("advice." + reason.code(), reason.dataset(), orDash(reason.property()));
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

  private static String orDash(@org.jspecify.annotations.Nullable String value) {
    return value == null || value.isBlank() ? "–" : value;
  }
}
