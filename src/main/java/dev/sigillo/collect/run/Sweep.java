package dev.sigillo.collect.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Status;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks about many mailboxes (or groups), some in each question, several questions at once. What a
 * question leaves open is asked again by name; a mailbox that will not answer is written down with
 * the reason, and the sweep goes on; a service that answers nobody any more ends it.
 */
public final class Sweep {
  /** When so many questions for each lane failed in a row, the service is gone. */
  private static final int HOPELESS = 5;

  private final Answers answers;
  private final Workload workload;
  private final Asker asker;
  private final Source.Steps steps;
  private final AtomicInteger failedInARow = new AtomicInteger();
  private final AtomicInteger done = new AtomicInteger();
  private final AtomicBoolean answered = new AtomicBoolean();
  private final AtomicReference<@Nullable ServiceException> gone = new AtomicReference<>();

  /**
   * A mailbox to ask about.
   *
   * @param number in the list of mailboxes, from 0
   * @param key in the snapshot
   * @param row its row in the list, as kept
   */
  public record Target(int number, String key, ObjectNode row) {}

  /**
   * What was said about one mailbox.
   *
   * @param rows none when there is nothing
   * @param refusal instead of rows
   */
  public record Reply(List<ObjectNode> rows, @Nullable ServiceException refusal) {
    /** Rows as they came; a second copy of one, as services send now and then, is left out. */
    public static Reply of(List<ObjectNode> rows) {
      return new Reply(List.copyOf(new LinkedHashSet<>(rows)), null);
    }

    public static Reply refused(ServiceException refusal) {
      return new Reply(List.of(), refusal);
    }
  }

  /** Puts one question. */
  public interface Asker {
    /**
     * Asks once about these.
     *
     * @return a reply for each, in their order
     * @throws ServiceException when the question as a whole was refused
     */
    List<Reply> ask(List<Target> targets) throws InterruptedException;
  }

  private Sweep(Answers answers, Workload workload, Asker asker, Source.Steps steps) {
    this.answers = answers;
    this.workload = workload;
    this.asker = asker;
    this.steps = steps;
  }

  /**
   * Goes over a list that was read earlier, but for what an interrupted run has done.
   *
   * @param perQuestion how many mailboxes a question takes
   * @throws ServiceException when the very first questions are refused for all: the dataset cannot
   *     be read at all
   */
  public static Ending over(
      Dataset list,
      Predicate<ObjectNode> which,
      Collected earlier,
      Answers answers,
      int perQuestion,
      Workload workload,
      Source.Steps steps,
      Asker asker)
      throws InterruptedException {
    return over(
        list,
        List.of((key, row) -> which.test(row)),
        earlier,
        answers,
        perQuestion,
        workload,
        steps,
        asker);
  }

  /**
   * The same, where the key says as well which mailboxes are asked about, some before others.
   *
   * @param rounds who is asked about first, then next; nobody may be in two of them
   */
  public static Ending over(
      Dataset list,
      List<BiPredicate<String, ObjectNode>> rounds,
      Collected earlier,
      Answers answers,
      int perQuestion,
      Workload workload,
      Source.Steps steps,
      Asker asker)
      throws InterruptedException {
    Sweep sweep = new Sweep(answers, workload, asker, steps);
    return sweep.run(list, rounds, earlier, perQuestion);
  }

  private Ending run(
      Dataset list,
      List<BiPredicate<String, ObjectNode>> rounds,
      Collected earlier,
      int perQuestion)
      throws InterruptedException {
    Status known = earlier.status(list);
    if (known != Status.COMPLETE && known != Status.TRUNCATED) {
      return Ending.of(known, list.id() + ": " + known);
    }
    int total = earlier.count(list);
    done.set(answers.itemsDone());
    List<Target> question = new ArrayList<>();
    try (Underway underway = new Underway(workload.most())) {
      for (BiPredicate<String, ObjectNode> round : rounds) {
        earlier.rows(
            list,
            (number, key, row) -> {
              if (key == null
                  || answers.done(number)
                  || !round.test(key, row)
                  || gone.get() != null) {
                return;
              }
              question.add(new Target(number, key, row));
              if (question.size() == perQuestion) {
                List<Target> whole = List.copyOf(question);
                question.clear();
                if (done.get() == 0) {
                  // The first question alone says whether the dataset can be read at all.
                  put(whole, total);
                } else {
                  underway.add(() -> put(whole, total));
                }
              }
            });
      }
      if (!question.isEmpty() && gone.get() == null) {
        underway.add(() -> put(question, total));
      }
      underway.finish();
    }
    ServiceException why = gone.get();
    if (why != null && done.get() == 0) {
      throw why;
    }
    return new Ending(
        Status.COMPLETE, why == null ? null : why.reason(), (long) total, null, List.of(), null);
  }

  private void put(List<Target> question, int total) throws InterruptedException {
    if (gone.get() != null) {
      return;
    }
    List<Target> open = new ArrayList<>(question);
    try {
      workload.call(
          () -> {
            ServiceException later = take(open, asker.ask(List.copyOf(open)));
            if (later != null) {
              throw later;
            }
            return open;
          });
      failedInARow.set(0);
    } catch (ServiceException e) {
      failed(open, question.size(), e);
    }
    steps.at(done.get(), total);
  }

  /** Writes down what was answered for good; returns why the rest has to be asked again. */
  private @Nullable ServiceException take(List<Target> open, List<Reply> replies) {
    if (!answered.get() && !replies.isEmpty() && replies.stream().allMatch(Sweep::closed)) {
      throw Objects.requireNonNull(replies.get(0).refusal());
    }
    ServiceException later = null;
    List<Target> left = new ArrayList<>();
    for (int i = 0; i < replies.size(); i++) {
      Target target = open.get(i);
      ServiceException refusal = replies.get(i).refusal();
      if (refusal != null && refusal.again()) {
        left.add(target);
        later = later == null || longer(refusal, later) ? refusal : later;
      } else {
        write(target, replies.get(i));
      }
    }
    open.clear();
    open.addAll(left);
    return later;
  }

  private void write(Target target, Reply reply) {
    ServiceException refusal = reply.refusal();
    answered.compareAndSet(false, refusal == null);
    answers.item(
        target.number(),
        item -> {
          if (refusal != null) {
            item.error(target.key(), refusal.reason());
          } else if (reply.rows().isEmpty()) {
            item.empty(target.key());
          } else {
            reply.rows().forEach(row -> item.row(target.key(), row));
          }
        });
    done.incrementAndGet();
  }

  private void failed(List<Target> open, int asked, ServiceException why) {
    boolean all = open.size() == asked;
    if (all
        && ((closed(Reply.refused(why)) && done.get() == 0)
            || failedInARow.incrementAndGet() >= HOPELESS * workload.most())) {
      gone.compareAndSet(null, why);
      return;
    }
    open.forEach(target -> write(target, Reply.refused(why)));
  }

  /** Not this mailbox, but the reader is at fault. */
  private static boolean closed(Reply reply) {
    ServiceException why = reply.refusal();
    return why != null && (why.status() == Status.FORBIDDEN || why.status() == Status.UNLICENSED);
  }

  private static boolean longer(ServiceException a, ServiceException b) {
    return a.retryAfter() != null
        && (b.retryAfter() == null || a.retryAfter().compareTo(b.retryAfter()) > 0);
  }
}
