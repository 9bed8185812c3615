package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The one TXT record of a name that starts as its kind requires.
 *
 * @param state unknown without an answer
 * @param text the record; empty unless there is exactly one
 */
record TextRecord(Presence state, Optional<String> text) {
  private static final int MOST_OTHERS = 10;

  static TextRecord at(String name, String start, Dns dns, List<Problem> problems) {
    Answer answer = dns.ask(new Question(name, RecordType.TXT));
    if (answer instanceof Answer.Failed failed) {
      String why = failed.failure().name();
      problems.add(Problem.of(TransportCode.UNRESOLVED, name, why));
      return new TextRecord(Presence.UNKNOWN, Optional.empty());
    }
    List<String> texts = new ArrayList<>();
    int others = 0;
    for (String data : answer.found()) {
      String text = Txt.of(data).text();
      if (text.startsWith(start)) {
        texts.add(text);
      } else if (others++ < MOST_OTHERS) {
        problems.add(new Problem(TransportCode.NOT_A_RECORD, name, 0, text));
      }
    }
    if (texts.size() > 1) {
      String count = Integer.toString(texts.size());
      problems.add(Problem.of(TransportCode.SEVERAL_RECORDS, name, count));
    }
    return texts.size() == 1
        ? new TextRecord(Presence.PRESENT, Optional.of(texts.get(0)))
        : new TextRecord(Presence.ABSENT, Optional.empty());
  }
}
