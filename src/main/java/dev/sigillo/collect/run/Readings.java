package dev.sigillo.collect.run;

import dev.sigillo.snapshot.Dataset;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Datasets read side by side, each as soon as those that it rests on are there. */
final class Readings {
  private static final int AT_ONCE = 8;
  private static final int SECONDS_TO_STOP = 5;

  private final Map<Dataset, Question> questions = new EnumMap<>(Dataset.class);
  private final Map<Dataset, CompletableFuture<Reading>> started = new EnumMap<>(Dataset.class);
  private final Set<Dataset> above = EnumSet.noneOf(Dataset.class);
  private final ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE);
  private final Reader reader;

  /** Reads one dataset. */
  interface Reader {
    Reading read(Question question, Map<Dataset, Reading> needed) throws InterruptedException;
  }

  private Readings(List<Question> questions, Reader reader) {
    questions.forEach(question -> this.questions.put(question.dataset(), question));
    this.reader = reader;
  }

  /**
   * Reads all of them; the first mistake ends it.
   *
   * @throws IllegalArgumentException when datasets rest on one another in a circle
   */
  static Map<Dataset, Reading> all(List<Question> questions, Reader reader)
      throws InterruptedException {
    Readings all = new Readings(questions, reader);
    try {
      return all.read();
    } finally {
      all.stop();
    }
  }

  /** What a reader that takes longer still writes goes to its own spool, and is not a mark. */
  private void stop() {
    pool.shutdownNow();
    try {
      var unused = pool.awaitTermination(SECONDS_TO_STOP, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Map<Dataset, Reading> read() throws InterruptedException {
    CompletableFuture<Void> mistake = new CompletableFuture<>();
    for (Dataset dataset : questions.keySet()) {
      var unused =
          start(dataset)
              .whenComplete(
                  (reading, e) -> {
                    if (e != null) {
                      mistake.completeExceptionally(e);
                    }
                  });
    }
    try {
      CompletableFuture.anyOf(all(started), mistake).get();
    } catch (ExecutionException e) {
      throw thrown(e);
    }
    return done(started);
  }

  private CompletableFuture<Reading> start(Dataset dataset) {
    CompletableFuture<Reading> known = started.get(dataset);
    if (known != null) {
      return known;
    }
    if (!above.add(dataset)) {
      throw new IllegalArgumentException("rest on one another: " + above);
    }
    Question question = Objects.requireNonNull(questions.get(dataset));
    Map<Dataset, CompletableFuture<Reading>> first = new EnumMap<>(Dataset.class);
    for (Dataset needed : question.needs()) {
      if (questions.containsKey(needed)) {
        first.put(needed, start(needed));
      }
    }
    CompletableFuture<Reading> reading =
        all(first).thenApplyAsync(ready -> read(question, done(first)), pool);
    above.remove(dataset);
    started.put(dataset, reading);
    return reading;
  }

  private Reading read(Question question, Map<Dataset, Reading> needed) {
    try {
      return reader.read(question, needed);
    } catch (InterruptedException e) {
      throw new CompletionException(e);
    }
  }

  private static CompletableFuture<Void> all(Map<Dataset, CompletableFuture<Reading>> readings) {
    return CompletableFuture.allOf(readings.values().toArray(new CompletableFuture<?>[0]));
  }

  private static Map<Dataset, Reading> done(Map<Dataset, CompletableFuture<Reading>> readings) {
    Map<Dataset, Reading> done = new EnumMap<>(Dataset.class);
    readings.forEach((dataset, reading) -> done.put(dataset, reading.join()));
    return done;
  }

  private static InterruptedException thrown(ExecutionException e) {
    Throwable cause = e.getCause();
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof Error mistake) {
      throw mistake;
    }
    if (cause instanceof RuntimeException mistake) {
      throw mistake;
    }
    return (InterruptedException) new InterruptedException().initCause(cause);
  }
}
