package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.Incoming;
import dev.sigillo.assessment.DomainResult.Problem;
import dev.sigillo.assessment.DomainResult.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the pages about domains have in common. */
final class DnsWords {
  /** Domains whose trouble is told in full; the tables have them all. */
  private static final int DESCRIBED = 25;

  /** Problems that only repeat which question has no answer. */
  private static final Set<String> UNANSWERED = Set.of("DNS_FAILURE", "UNRESOLVED");

  private final Content content;
  private final Words words;

  DnsWords(Content content) {
    this.content = content;
    this.words = content.words();
  }

  String say(String key, Object... values) {
    return words.say(key, values);
  }

  List<String> heads(String... keys) {
    return Arrays.stream(keys).map(words::say).toList();
  }

  String state(State state) {
    return words.say("dns." + state);
  }

  static Tone tone(State state) {
    return switch (state) {
      case PRESENT -> Tone.GOOD;
      case ABSENT, INVALID -> Tone.BAD;
      case UNKNOWN -> Tone.WARN;
    };
  }

  String mailServers(Incoming mail) {
    return switch (mail.mx()) {
      case PRESENT -> String.join("\n", mail.hosts());
      case ABSENT -> words.say("mx.none");
      case INVALID, UNKNOWN -> state(mail.mx());
    };
  }

  /** A value, or a dash. */
  static String or(@Nullable String value) {
    return value == null ? "–" : value;
  }

  /** Domain by domain, each kept on one page; says how many are left out. */
  void describe(String key, List<DomainResult> troubled, Consumer<DomainResult> describe) {
    for (DomainResult d : troubled.subList(0, Math.min(DESCRIBED, troubled.size()))) {
      content.together(
          () -> {
            content.label(words.say(key, d.domain()));
            describe.accept(d);
          });
    }
    if (troubled.size() > DESCRIBED) {
      content.para(words.say("domains.more", troubled.size() - DESCRIBED));
    }
  }

  /** What is wrong, and which questions have no answer. */
  void problems(List<Problem> problems, List<String> unresolved) {
    List<String> lines = new ArrayList<>();
    problems.stream()
        .filter(p -> unresolved.isEmpty() || !UNANSWERED.contains(p.code()))
        .map(this::problem)
        .distinct()
        .forEach(lines::add);
    unresolved.stream().map(q -> words.say("domains.unresolved", q)).forEach(lines::add);
    if (!lines.isEmpty()) {
      content.para(String.join("\n", lines));
    }
  }

  private String problem(Problem problem) {
    String says = words.say("dns.problem." + problem.code());
    String sentence = problem.where().isBlank() ? says : problem.where() + ": " + says;
    return problem.text().isBlank() || problem.where().endsWith(problem.text())
        ? sentence + "."
        : sentence + ": " + problem.text();
  }

  /** The record that should stand in DNS, ready to copy. */
  void publish(String name, @Nullable String record) {
    if (record != null) {
      content.small(words.say("domains.publish", name));
      content.code(record);
    }
  }
}
