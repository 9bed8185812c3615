package dev.sigillo.effective;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Remembers what an analysis asked, so that it can be told what it rests on and what it lacked. */
final class Traced implements Dns {
  private final Dns dns;
  private final Map<Question, Answer> asked = new LinkedHashMap<>();

  Traced(Dns dns) {
    this.dns = dns;
  }

  @Override
  public Answer ask(Question question) {
    return asked.computeIfAbsent(question, dns::ask);
  }

  /** Every question put, in order. */
  List<Question> questions() {
    return List.copyOf(asked.keySet());
  }

  /** Questions without an answer, such as {@code TXT contoso.com: SERVFAIL}. */
  List<String> failures() {
    List<String> failures = new ArrayList<>();
    asked.forEach(
        (question, answer) -> {
          if (answer instanceof Answer.Failed failed) {
            failures.add(failure(question, failed));
          }
        });
    return failures;
  }

  static String failure(Question question, Answer.Failed failed) {
    String detail = failed.detail().isEmpty() ? "" : " (" + failed.detail() + ")";
    return "%s %s: %s%s".formatted(question.type(), question.name(), failed.failure(), detail);
  }
}
