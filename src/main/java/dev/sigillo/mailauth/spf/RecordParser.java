package dev.sigillo.mailauth.spf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes a record apart at its spaces; goes on after an error, so that all are told at once. */
final class RecordParser {
  private final String text;
  private final List<Term> terms = new ArrayList<>();
  private final List<SyntaxError> errors = new ArrayList<>();

  RecordParser(String text) {
    this.text = text;
  }

  SpfRecord parse() {
    if (text.length() > SpfRecord.LONGEST) {
      errors.add(new SyntaxError(SpfCode.RECORD_TOO_LONG, SpfRecord.LONGEST, ""));
      return new SpfRecord(text.substring(0, SpfRecord.LONGEST), terms, errors);
    }
    if (!SpfRecord.isSpf(text)) {
      errors.add(new SyntaxError(SpfCode.NO_VERSION, 0, ""));
      return new SpfRecord(text, terms, errors);
    }
    int at = SpfRecord.VERSION.length();
    while (at < text.length() && errors.size() < SpfRecord.ERRORS) {
      if (text.charAt(at) == ' ') {
        at++;
        continue;
      }
      int space = text.indexOf(' ', at);
      int end = space < 0 ? text.length() : space;
      term(at, end);
      at = end;
    }
    return new SpfRecord(text, terms, errors);
  }

  private void term(int start, int end) {
    Faults faults = (code, at) -> errors.add(new SyntaxError(code, at, text.substring(start, end)));
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (!Ascii.isVisible(c)) {
        faults.found(c > 0x7e ? SpfCode.NOT_ASCII : SpfCode.CONTROL_CHARACTER, i);
        return;
      }
    }
    Optional<? extends Term> term = TermParser.parse(text, start, end, faults);
    if (term.isEmpty()) {
      return;
    }
    if (isSecond(term.get())) {
      faults.found(SpfCode.MODIFIER_TWICE, start);
    } else {
      terms.add(term.get());
    }
  }

  private boolean isSecond(Term term) {
    return (term instanceof Modifier.Redirect || term instanceof Modifier.Explanation)
        && terms.stream().anyMatch(other -> other.getClass() == term.getClass());
  }
}
