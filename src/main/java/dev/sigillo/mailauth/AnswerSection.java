package dev.sigillo.mailauth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the answer section of a DNS response, kept as master-file lines (RFC 1035 section 5). */
public final class AnswerSection {
  private AnswerSection() {}

  private record Line(String owner, String type, String data) {}

  /**
   * What a response says to the question.
   *
   * @param question the question put
   * @param status mnemonic of the response code ({@code NOERROR}, {@code NXDOMAIN}, …) or the name
   *     of a {@link Failure} when no response could be had
   * @param lines the records of the answer section, {@code owner TTL class type data} each; records
   *     of other names and types are passed over
   * @param authenticated the AD bit
   */
  public static Answer read(
      Question question, String status, List<String> lines, boolean authenticated) {
    if (!status.equals("NOERROR") && !status.equals("NXDOMAIN")) {
      return new Answer.Failed(failure(status), status);
    }
    List<Line> records = new ArrayList<>();
    for (String text : lines) {
      Optional<Line> line = line(text);
      if (line.isEmpty()) {
        return new Answer.Failed(Failure.MALFORMED, text);
      }
      records.add(line.get());
    }
    List<String> aliases = new ArrayList<>();
    String name = question.name();
    if (question.type() != RecordType.CNAME) {
      for (Optional<String> next = alias(records, name);
          next.isPresent();
          next = alias(records, name)) {
        name = next.get();
        if (aliases.contains(name) || name.equals(question.name())) {
          return new Answer.Failed(Failure.ALIAS_LOOP, name);
        }
        aliases.add(name);
      }
    }
    List<String> found = new ArrayList<>();
    for (Line record : records) {
      if (record.owner().equals(name) && record.type().equals(question.type().name())) {
        found.add(record.data());
      }
    }
    if (!found.isEmpty()) {
      return new Answer.Found(found, aliases, authenticated);
    }
    return status.equals("NXDOMAIN")
        ? new Answer.NoSuchName(aliases, authenticated)
        : new Answer.NoData(aliases, authenticated);
  }

  private static Failure failure(String status) {
    for (Failure failure : Failure.values()) {
      if (failure.name().equals(status)) {
        return failure;
      }
    }
    return Failure.OTHER_RCODE;
  }

  private static Optional<String> alias(List<Line> records, String owner) {
    return records.stream()
        .filter(line -> line.type().equals("CNAME") && line.owner().equals(owner))
        .map(line -> Question.normal(line.data()))
        .findFirst();
  }

  private static Optional<Line> line(String text) {
    String[] parts = text.strip().split("\\s+", 5);
    return parts.length < 5
        ? Optional.empty()
        : Optional.of(new Line(Question.normal(parts[0]), parts[3], parts[4]));
  }
}
