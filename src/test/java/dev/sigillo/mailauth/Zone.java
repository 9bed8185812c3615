package dev.sigillo.mailauth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * DNS as a table, for tests: names without records do not exist, unless something lies below them.
 */
public final class Zone implements Dns {
  private final Map<Question, Answer> answers = new HashMap<>();
  private final Map<Question, List<String>> records = new HashMap<>();
  private final Map<String, String> aliases = new HashMap<>();
  private final List<Question> asked = new ArrayList<>();
  private boolean authenticated;

  /** A TXT record of one text, which may hold any octets. */
  public Zone txt(String name, String text) {
    StringBuilder data = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        data.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        data.append(String.format("\\%03d", (int) c));
      } else {
        data.append(c);
      }
    }
    return record(name, RecordType.TXT, data.append('"').toString());
  }

  public Zone record(String name, RecordType type, String data) {
    records.computeIfAbsent(new Question(name, type), q -> new ArrayList<>()).add(data);
    return this;
  }

  public Zone alias(String name, String target) {
    aliases.put(name, target);
    return this;
  }

  public Zone fail(String name, RecordType type, Failure failure) {
    answers.put(new Question(name, type), new Answer.Failed(failure, "192.0.2.53"));
    return this;
  }

  /** From now on every answer carries the AD bit. */
  public Zone signed() {
    authenticated = true;
    return this;
  }

  /** The names asked for records of a type, in order, without repetition. */
  public List<String> asked(RecordType type) {
    return asked.stream().filter(q -> q.type() == type).map(Question::name).distinct().toList();
  }

  @Override
  public Answer ask(Question question) {
    asked.add(question);
    Answer fixed = answers.get(question);
    if (fixed != null) {
      return fixed;
    }
    if (question.type() == RecordType.CNAME) {
      String target = aliases.get(question.name());
      return target == null
          ? nothing(question.name(), List.of())
          : new Answer.Found(List.of(target + "."), List.of(), authenticated);
    }
    List<String> chain = new ArrayList<>();
    String name = question.name();
    while (aliases.containsKey(name)) {
      name = aliases.get(name);
      chain.add(name);
    }
    Answer failed = answers.get(new Question(name, question.type()));
    if (failed != null) {
      return failed;
    }
    List<String> found = records.get(new Question(name, question.type()));
    if (found == null) {
      String wild = "*" + name.substring(Math.max(0, name.indexOf("._report")));
      found = records.get(new Question(wild, question.type()));
    }
    return found == null ? nothing(name, chain) : new Answer.Found(found, chain, authenticated);
  }

  private Answer nothing(String name, List<String> chain) {
    boolean exists =
        records.keySet().stream().anyMatch(q -> DomainName.isWithin(q.name(), name))
            || aliases.keySet().stream().anyMatch(alias -> DomainName.isWithin(alias, name));
    return exists
        ? new Answer.NoData(chain, authenticated)
        : new Answer.NoSuchName(chain, authenticated);
  }
}
