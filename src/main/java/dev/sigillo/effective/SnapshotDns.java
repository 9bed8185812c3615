package dev.sigillo.effective;

import dev.sigillo.mailauth.Agreement;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.AnswerSection;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.snapshot.DnsAnswer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What DNS said when the snapshot was taken: of each question what the servers asked agree on
 * ({@link Agreement}); a question without a row was not asked.
 */
public final class SnapshotDns implements Dns {
  private static final String DOMAIN_KEY = "._domainkey.";

  private final Map<Question, List<DnsAnswer>> rows = new HashMap<>();
  private final Map<Question, Answer> answers = new HashMap<>();
  private final Map<String, Set<String>> selectors = new HashMap<>();

  private SnapshotDns() {}

  /** Answers of a snapshot; a row that does not say what was asked answers nothing. */
  public static SnapshotDns of(Collection<DnsAnswer> rows) {
    SnapshotDns dns = new SnapshotDns();
    for (DnsAnswer row : rows) {
      question(row).ifPresent(question -> dns.add(question, row));
    }
    return dns;
  }

  private void add(Question question, DnsAnswer row) {
    rows.computeIfAbsent(question, k -> new ArrayList<>(1)).add(row);
    int at = question.name().indexOf(DOMAIN_KEY);
    if (at > 0 && question.type() == RecordType.TXT) {
      selectors
          .computeIfAbsent(
              question.name().substring(at + DOMAIN_KEY.length()), k -> new TreeSet<>())
          .add(question.name().substring(0, at));
    }
  }

  @Override
  public Answer ask(Question question) {
    return answers.computeIfAbsent(question, this::agreed);
  }

  /** The DKIM selectors that somebody asked for at a domain, in order. */
  List<String> selectors(String domain) {
    return List.copyOf(selectors.getOrDefault(domain, Set.of()));
  }

  /** The rows that answer a question, in file order. */
  public List<DnsAnswer> rows(Question question) {
    return List.copyOf(rows.getOrDefault(question, List.of()));
  }

  private static Optional<Question> question(DnsAnswer row) {
    String name = row.name().orNull();
    String type = row.type().orNull();
    return name == null
        ? Optional.empty()
        : Arrays.stream(RecordType.values())
            .filter(known -> known.name().equals(type))
            .findFirst()
            .map(known -> new Question(name, known));
  }

  /** What the servers agree on; a failure names the servers that were asked. */
  private Answer agreed(Question question) {
    List<DnsAnswer> all = rows.getOrDefault(question, List.of());
    Answer answer = Agreement.of(question, all.stream().map(row -> answer(question, row)).toList());
    return answer instanceof Answer.Failed failed
        ? new Answer.Failed(failed.failure(), servers(all))
        : answer;
  }

  private static String servers(List<DnsAnswer> rows) {
    return rows.stream()
        .map(row -> row.server().orElse(""))
        .filter(server -> !server.isBlank())
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static Answer answer(Question question, DnsAnswer row) {
    return AnswerSection.read(
        question,
        row.status().orElse(Failure.MALFORMED.name()),
        row.answer().orElse(List.of()),
        row.authenticated().is(true));
  }
}
