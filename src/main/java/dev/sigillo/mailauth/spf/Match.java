package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Question;
import org.jspecify.annotations.Nullable;

/**
 * Whether a mechanism matches.
 *
 * @param matches whether it does
 * @param error why nothing can be said
 * @param detail more on the error
 */
record Match(boolean matches, @Nullable SpfCode error, String detail) {
  static final Match YES = new Match(true, null, "");
  static final Match NO = new Match(false, null, "");

  static Match of(boolean matches) {
    return matches ? YES : NO;
  }

  static Match unanswered(Question question, Answer answer) {
    return new Match(false, SpfCode.DNS_FAILURE, unansweredDetail(question, answer));
  }

  static String unansweredDetail(Question question, Answer answer) {
    String why = answer instanceof Answer.Failed failed ? failed.failure().name() : "";
    return question.type() + " " + question.name() + " " + why;
  }
}
