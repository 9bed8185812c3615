package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The walk up the DNS tree from a domain (RFC 9989 section 4.10): at most eight names.
 *
 * @param domain where it started
 * @param steps the names asked, longest first
 * @param problems what the names hold that is remarkable, in their order
 */
record TreeWalk(String domain, List<Step> steps, List<Problem> problems) {
  private static final int MOST_LABELS = 8;
  private static final int MOST_OTHERS = 10;
  private static final String LABEL = "_dmarc.";

  /**
   * One name of the walk.
   *
   * @param domain the domain asked about
   * @param records how many DMARC records it has; -1 when that is not known
   * @param record the record, if it is the only one
   */
  record Step(String domain, int records, Optional<DmarcRecord> record) {
    boolean isKnown() {
      return records >= 0;
    }
  }

  TreeWalk {
    steps = List.copyOf(steps);
    problems = List.copyOf(problems);
  }

  static TreeWalk from(String domain, Dns dns) {
    List<Step> steps = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (Optional<String> next = Optional.of(domain); next.isPresent(); ) {
      Step step = ask(next.get(), dns, problems);
      steps.add(step);
      boolean ends = step.record().map(r -> r.psd() != Psd.UNSAID).orElse(false);
      next = ends ? Optional.empty() : above(next.get());
    }
    return new TreeWalk(domain, steps, problems);
  }

  /** The next name: one label less, and no more than seven (section 4.10, steps 4 and 7). */
  private static Optional<String> above(String domain) {
    String[] labels = domain.split("\\.", -1);
    if (labels.length < 2) {
      return Optional.empty();
    }
    int left = Math.min(labels.length - 1, MOST_LABELS - 1);
    int at = domain.length();
    for (int i = 0; i < left; i++) {
      at = domain.lastIndexOf('.', at - 1);
    }
    return Optional.of(domain.substring(at + 1));
  }

  static Step ask(String domain, Dns dns, List<Problem> problems) {
    Question question = new Question(LABEL + domain, RecordType.TXT);
    Answer answer = dns.ask(question);
    if (answer instanceof Answer.Failed failed) {
      String why = failed.failure().name();
      problems.add(Problem.of(DmarcCode.UNRESOLVED, question.name(), why));
      return new Step(domain, -1, Optional.empty());
    }
    List<String> texts = new ArrayList<>();
    int others = 0;
    for (String data : answer.found()) {
      String text = Txt.of(data).text();
      if (DmarcParser.isRecord(text)) {
        texts.add(text);
      } else if (others++ < MOST_OTHERS) {
        problems.add(new Problem(DmarcCode.NOT_A_RECORD, question.name(), 0, text));
      }
    }
    if (texts.size() != 1) {
      if (texts.size() > 1) {
        String count = Integer.toString(texts.size());
        problems.add(Problem.of(DmarcCode.SEVERAL_RECORDS, question.name(), count));
      }
      return new Step(domain, texts.size(), Optional.empty());
    }
    Optional<DmarcRecord> record = DmarcRecord.parse(texts.get(0));
    record.ifPresent(
        r -> r.problems().forEach(problem -> problems.add(problem.at(question.name()))));
    return new Step(domain, 1, record);
  }

  /** Whether every name has an answer. */
  boolean isComplete() {
    return steps.stream().allMatch(Step::isKnown);
  }

  /** The step of a domain, if it was asked. */
  Optional<Step> step(String name) {
    return steps.stream().filter(step -> step.domain().equals(name)).findFirst();
  }

  /**
   * The organisational domain (section 4.10.2); empty when a name without answer leaves it open.
   */
  Optional<String> organisationalDomain() {
    if (!isComplete()) {
      return Optional.empty();
    }
    String shortest = domain;
    for (Step step : steps) {
      if (step.record().isEmpty()) {
        continue;
      }
      Psd psd = step.record().get().psd();
      if (psd == Psd.YES && !step.domain().equals(domain)) {
        return Optional.of(below(step.domain()));
      }
      shortest = step.domain();
    }
    return Optional.of(shortest);
  }

  /** The name one label longer than an ancestor, on the way to the start. */
  private String below(String ancestor) {
    int end = domain.length() - ancestor.length() - 1;
    return domain.substring(domain.lastIndexOf('.', end - 1) + 1);
  }

  /**
   * The record for names below the organisational domain that have none: its own, or else that of a
   * public suffix (section 4.10.1).
   */
  Optional<Step> inherited() {
    Optional<Step> own =
        organisationalDomain().flatMap(this::step).filter(step -> step.record().isPresent());
    return own.isPresent()
        ? own
        : steps.stream()
            .filter(step -> step.record().map(r -> r.psd() == Psd.YES).orElse(false))
            .findFirst();
  }
}
