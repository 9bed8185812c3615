package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Sources that say what a test wants. */
final class Sources {
  static final Workload SERVICE =
      new Workload(
          new Pace(
              3, 3, 10_000, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofSeconds(3)));

  private Sources() {}

  /** Power fails. */
  static final class PowerCut extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  interface Reads {
    Ending read(Answers answers, Collected earlier) throws InterruptedException;
  }

  static Question question(Dataset dataset, Source... sources) {
    return new Question(dataset, List.of(sources));
  }

  /** Goes over the mailboxes. */
  static Question rules(Sweep.Asker asker) {
    return question(
        Dataset.INBOX_RULE,
        source(
            "sweep",
            Set.of(Dataset.MAILBOX),
            (answers, earlier) -> sweep(answers, earlier, asker)));
  }

  static Source source(String name, Reads reads) {
    return source(name, Set.of(), reads);
  }

  static Source source(String name, Set<Dataset> needs, Reads reads) {
    return new Source() {
      @Override
      public String service() {
        return name;
      }

      @Override
      public String request() {
        return "GET";
      }

      @Override
      public boolean documented() {
        return true;
      }

      @Override
      public Set<Dataset> needs() {
        return needs;
      }

      @Override
      public Ending read(Answers answers, Collected earlier, Steps steps)
          throws InterruptedException {
        return reads.read(answers, earlier);
      }
    };
  }

  static Ending rows(Answers answers, String... names) {
    for (String name : names) {
      answers.row(row("DomainName", name));
    }
    return Ending.complete(List.of(), null);
  }

  /** Five pages of two rows; the power fails in the middle of a page. */
  static Source pages(int fails, List<Integer> asked) {
    return source(
        "pages",
        (answers, earlier) -> {
          int page = answers.cursor() == null ? 0 : Integer.parseInt(answers.cursor());
          for (; page < 5; page++) {
            asked.add(page);
            answers.row(row("Identity", page + "a"));
            if (page == fails) {
              throw new PowerCut();
            }
            answers.row(row("Identity", page + "b"));
            answers.checkpoint(String.valueOf(page + 1));
          }
          return Ending.complete(List.of(), null);
        });
  }

  static Source mailboxes(int count) {
    return source(
        "list",
        (answers, earlier) -> {
          for (int i = 0; i < count; i++) {
            answers.row(key(i), row("Alias", "m" + i));
          }
          return Ending.complete(List.of(), null);
        });
  }

  static Ending sweep(Answers answers, Collected earlier, Sweep.Asker asker)
      throws InterruptedException {
    return Sweep.over(
        Dataset.MAILBOX, row -> true, earlier, answers, 5, SERVICE, (done, total) -> {}, asker);
  }

  static List<Sweep.Reply> ruled(List<Sweep.Target> targets) {
    return targets.stream()
        .map(one -> Sweep.Reply.of(List.of(row("RuleIdentity", one.key()))))
        .toList();
  }

  static Source refusing(String name, Kind kind, String words) {
    return source(
        name,
        (answers, earlier) -> {
          throw new ServiceException(kind, words);
        });
  }

  static ObjectNode row(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  static String key(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }
}
