package dev.sigillo.collect.dns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A resolver that writes down everything it was told, each question put once to each server. Safe
 * for use by several threads; answers are kept on disk.
 */
public final class Recording implements Dns, AutoCloseable {
  private final List<NameServer> servers;
  private final ExecutorService pool;
  private volatile RowSpool spool = new RowSpool();
  private final Map<Question, Long> earlier = new ConcurrentHashMap<>();
  private final Map<Question, Long> kept = new ConcurrentHashMap<>();
  private final Map<Failure, Integer> unanswered = new ConcurrentHashMap<>();
  private final Set<String> conflicts = new ConcurrentSkipListSet<>();
  private final Map<Question, CompletableFuture<Answer>> underWay = new ConcurrentHashMap<>();

  /**
   * Starts with nothing asked.
   *
   * @param servers each is asked every question; without any, the system's resolvers stand in for
   *     one another
   */
  public Recording(Collection<ServerAddress> servers, Limits limits, InstantSource clock) {
    List<List<ServerAddress>> groups =
        servers.isEmpty()
            ? List.of(ServerAddress.ofSystem())
            : servers.stream().distinct().map(List::of).toList();
    this.servers = groups.stream().map(group -> new NameServer(group, limits, clock)).toList();
    this.pool = Executors.newFixedThreadPool(limits.parallel(), Recording::daemon);
  }

  /**
   * Keeps what it is told in a file, and goes on with what an earlier process was told there: a
   * question that is asked again has its answer, if the same servers gave one. Nothing may have
   * been asked yet.
   */
  public void keepIn(Path file) {
    spool.close();
    spool = new RowSpool(file);
    spool.recover(
        (position, bytes) -> {
          List<ObjectNode> rows = AnswerRows.read(bytes);
          Question question = AnswerRows.question(rows);
          boolean answered = !(AnswerRows.answer(question, rows) instanceof Answer.Failed);
          if (answered && ours(AnswerRows.servers(rows))) {
            earlier.put(question, position);
          }
        });
  }

  private boolean ours(List<String> asked) {
    boolean ours = asked.size() == servers.size();
    for (int i = 0; ours && i < asked.size(); i++) {
      ours = servers.get(i).answersAt(asked.get(i));
    }
    return ours;
  }

  @Override
  public Answer ask(Question question) {
    CompletableFuture<Answer> coming = underWay(question);
    return coming == null ? known(question) : coming.join();
  }

  /** Puts questions whose answers will be wanted, without waiting for them. */
  void expect(Collection<Question> questions) {
    for (Question question : questions) {
      CompletableFuture<Answer> unused = underWay(question);
    }
  }

  /** Waits for everything under way. */
  void settle() {
    List.copyOf(underWay.values()).forEach(CompletableFuture::join);
  }

  /** Questions without an answer, counted by the reason. */
  public SortedMap<Failure, Integer> unanswered() {
    return new TreeMap<>(unanswered);
  }

  /** Questions that servers answered differently, such as {@code TXT contoso.com}, in order. */
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  /** Questions put so far. */
  public long size() {
    return kept.size();
  }

  /** Servers that stopped answering, so that questions were left out. */
  List<String> givenUp() {
    return servers.stream().filter(NameServer::isGivenUp).map(NameServer::label).toList();
  }

  /** The servers asked. */
  List<String> servers() {
    return servers.stream().map(NameServer::label).toList();
  }

  /** All rows by name, type and server; nothing may be under way. */
  void drain(Consumer<ObjectNode> sink) {
    List<Question> questions = new ArrayList<>(kept.keySet());
    questions.sort(Comparator.comparing(Question::name).thenComparing(q -> q.type().name()));
    for (Question question : questions) {
      Long position = kept.get(question);
      if (position != null) {
        AnswerRows.read(spool.get(position)).forEach(sink);
      }
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
    spool.close();
  }

  private Answer known(Question question) {
    Long position = Objects.requireNonNull(kept.get(question), "was put");
    return AnswerRows.answer(question, AnswerRows.read(spool.get(position)));
  }

  /** The answer to come; null when it is there. */
  private @Nullable CompletableFuture<Answer> underWay(Question question) {
    return underWay.compute(
        question,
        (asked, coming) -> {
          if (coming != null || kept.containsKey(asked)) {
            return coming;
          }
          Long position = earlier.get(asked);
          if (position != null) {
            kept.put(asked, position);
            return null;
          }
          return CompletableFuture.supplyAsync(() -> put(asked), pool);
        });
  }

  private Answer put(Question question) {
    List<Reply> replies = new ArrayList<>();
    for (NameServer server : servers) {
      replies.add(server.ask(question));
    }
    byte[] rows = AnswerRows.write(question, replies);
    Answer answer = AnswerRows.answer(question, AnswerRows.read(rows));
    if (answer instanceof Answer.Failed failed) {
      unanswered.merge(failed.failure(), 1, Integer::sum);
      if (failed.failure() == Failure.CONFLICT) {
        conflicts.add(question.type() + " " + question.name());
      }
    }
    kept.put(question, spool.put(rows));
    underWay.remove(question);
    return answer;
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "dns");
    thread.setDaemon(true);
    return thread;
  }
}
