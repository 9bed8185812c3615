package dev.sigillo.mailauth.dkim;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.DomainName;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks up the keys that a domain signs with. */
public final class Dkim {
  private static final int MOST_KEYS = 10;

  private Dkim() {}

  /**
   * Looks at a selector. Asks the TXT records of {@code selector._domainkey.domain}, and its CNAME
   * record where they have no answer; never fails.
   */
  public static DkimSelector of(String domain, String selector, Dns dns) {
    Question question =
        new Question(selector + "._domainkey." + Question.normal(domain), RecordType.TXT);
    String name = question.name();
    List<Problem> problems = new ArrayList<>();
    List<DkimKey> keys = new ArrayList<>();
    if (!DomainName.fits(name)) {
      problems.add(Problem.of(DkimCode.BAD_NAME, name, selector));
      return new DkimSelector(domain, selector, Presence.ABSENT, List.of(), keys, problems);
    }
    Answer answer = dns.ask(question);
    if (answer instanceof Answer.Failed failed) {
      problems.add(Problem.of(DkimCode.UNRESOLVED, name, failed.failure().name()));
      List<String> alias = alias(name, dns);
      return new DkimSelector(domain, selector, Presence.UNKNOWN, alias, keys, problems);
    }
    List<String> aliases = aliases(answer);
    if (answer.isVoid() && !aliases.isEmpty()) {
      String last = aliases.get(aliases.size() - 1);
      problems.add(Problem.of(DkimCode.ALIAS_DANGLING, name, last));
    }
    for (String data : answer.found().stream().limit(MOST_KEYS).toList()) {
      String text = Txt.of(data).text();
      Optional<DkimKey> key = DkimKey.parse(text);
      if (key.isEmpty()) {
        problems.add(new Problem(DkimCode.NOT_A_KEY, name, 0, text));
      } else {
        keys.add(key.get());
        key.get().problems().forEach(problem -> problems.add(problem.at(name)));
      }
    }
    if (keys.size() > 1) {
      String count = Integer.toString(keys.size());
      problems.add(Problem.of(DkimCode.SEVERAL_RECORDS, name, count));
    }
    Presence state = keys.isEmpty() ? Presence.ABSENT : Presence.PRESENT;
    return new DkimSelector(domain, selector, state, aliases, keys, problems);
  }

  private static List<String> aliases(Answer answer) {
    if (answer instanceof Answer.Found found) {
      return found.aliases();
    }
    if (answer instanceof Answer.NoData none) {
      return none.aliases();
    }
    return answer instanceof Answer.NoSuchName none ? none.aliases() : List.of();
  }

  private static List<String> alias(String name, Dns dns) {
    return dns.ask(new Question(name, RecordType.CNAME)).found().stream()
        .limit(1)
        .map(Question::normal)
        .toList();
  }
}
