package dev.sigillo.mailauth;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes one answer of what several servers said to the same question. */
public final class Agreement {
  private Agreement() {}

  /**
   * The answer of those that answered: one that fails while another answers does not count. When
   * they answered differently (split DNS, or a change under way) nothing is known ({@link
   * Failure#CONFLICT}); the order of records, and the names that led to them, make no difference.
   *
   * @param answers one of each server, in the order of the servers
   */
  public static Answer of(Question question, List<Answer> answers) {
    List<Answer> known = answers.stream().filter(answer -> !answer.isUnknown()).toList();
    if (known.isEmpty()) {
      return answers.stream()
          .findFirst()
          .orElseGet(() -> new Answer.Failed(Failure.NOT_ASKED, question.name()));
    }
    Answer first = known.get(0);
    boolean authenticated = true;
    for (Answer answer : known) {
      if (answer.getClass() != first.getClass()
          || !content(question, answer).equals(content(question, first))) {
        return new Answer.Failed(Failure.CONFLICT, question.name());
      }
      authenticated &= isAuthenticated(answer);
    }
    return authenticated ? first : unauthenticated(first);
  }

  private static Set<String> content(Question question, Answer answer) {
    boolean names =
        switch (question.type()) {
          case MX, NS, CNAME, PTR, SOA -> true;
          default -> false;
        };
    return answer.found().stream()
        .map(data -> names ? data.toLowerCase(Locale.ROOT) : data)
        .collect(Collectors.toSet());
  }

  private static boolean isAuthenticated(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.authenticated();
    }
    return answer instanceof Answer.NoData none
        ? none.authenticated()
        : answer instanceof Answer.NoSuchName nobody && nobody.authenticated();
  }

  private static Answer unauthenticated(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return new Answer.Found(found.records(), found.aliases(), false);
    }
    if (answer instanceof Answer.NoData none) {
      return new Answer.NoData(none.aliases(), false);
    }
    return answer instanceof Answer.NoSuchName nobody
        ? new Answer.NoSuchName(nobody.aliases(), false)
        : answer;
  }
}
