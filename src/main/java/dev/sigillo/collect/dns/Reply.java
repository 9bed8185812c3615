package dev.sigillo.collect.dns;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.AnswerSection;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import java.time.Instant;
import java.util.List;

/**
 * What one server said to one question; components as in {@link dev.sigillo.snapshot.DnsAnswer}.
 *
 * @param complete whether the server follows aliases itself; if not, the last one may lead on
 */
record Reply(
    String server,
    String transport,
    String status,
    List<String> lines,
    boolean authenticated,
    boolean complete,
    Instant time) {
  Reply {
    lines = List.copyOf(lines);
  }

  static Reply failed(String server, String transport, Failure failure, Instant time) {
    return new Reply(server, transport, failure.name(), List.of(), false, true, time);
  }

  Answer answer(Question question) {
    return AnswerSection.read(question, status, lines, authenticated);
  }

  /** Whether no message came that could be read. */
  boolean isSilent() {
    return is(Failure.TIMEOUT) || is(Failure.NETWORK);
  }

  /** Whether it may be otherwise in a moment. */
  boolean mayPass() {
    return isSilent() || is(Failure.MALFORMED) || is(Failure.SERVFAIL) || is(Failure.TRUNCATED);
  }

  boolean is(Failure failure) {
    return status.equals(failure.name());
  }
}
