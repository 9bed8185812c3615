package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.List;

/**
 * The records at a name that are SPF's, selected as RFC 7208 section 4.5 says.
 *
 * @param answer what DNS said of the name's TXT records
 * @param records those of SPF, the first {@value #KEPT}
 * @param count how many there are
 */
record Published(Answer answer, List<Txt> records, int count) {

  private static final int KEPT = 10;

  /** More characters than the presentation form of any TXT record has (\DDD for each octet). */
  private static final int LONGEST = 300_000;

  static Question question(String name) {
    return new Question(DomainName.presentation(name), RecordType.TXT);
  }

  static Published at(Dns dns, String name) {
    Answer answer = dns.ask(question(name));
    List<Txt> records = new ArrayList<>();
    int count = 0;
    for (String data : answer.found()) {
      Txt txt = txt(data);
      if (SpfRecord.isSpf(txt.text()) && count++ < KEPT) {
        records.add(txt);
      }
    }
    return new Published(answer, List.copyOf(records), count);
  }

  /** Reads as much of a TXT record as DNS could have carried. */
  static Txt txt(String data) {
    return Txt.of(data.length() > LONGEST ? data.substring(0, LONGEST) : data);
  }
}
