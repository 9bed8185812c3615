package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import java.util.HashMap;
import java.util.Map;

/** Puts each question once, and no more questions than it may. */
final class AskedOnce implements Dns {
  private final Dns dns;
  private final int most;
  private final Map<Question, Answer> answers = new HashMap<>();
  private boolean exhausted;

  AskedOnce(Dns dns, int most) {
    this.dns = dns;
    this.most = most;
  }

  @Override
  public Answer ask(Question question) {
    Answer known = answers.get(question);
    if (known != null) {
      return known;
    }
    if (answers.size() == most) {
      exhausted = true;
      return new Answer.Failed(Failure.NOT_ASKED, "");
    }
    Answer answer = dns.ask(question);
    answers.put(question, answer);
    return answer;
  }

  /** Whether a question was not put because there were too many. */
  boolean isExhausted() {
    return exhausted;
  }
}
