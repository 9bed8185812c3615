package dev.sigillo.collect.run;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Questions that several threads put; whoever adds more waits while many are waiting already. */
final class Underway implements AutoCloseable {
  private final ExecutorService pool;
  private final Semaphore room;
  private final List<Future<?>> questions = new ArrayList<>();

  /** Puts one question. */
  interface Putting {
    /** Puts it, and takes the answer. */
    void put() throws InterruptedException;
  }

  Underway(int atOnce) {
    pool = Executors.newFixedThreadPool(atOnce);
    room = new Semaphore(2 * atOnce);
  }

  /** Takes another question; the mistake of one before it comes out here. */
  void add(Putting question) throws InterruptedException {
    room.acquire();
    for (Iterator<Future<?>> it = questions.iterator(); it.hasNext(); ) {
      Future<?> one = it.next();
      if (one.isDone()) {
        it.remove();
        result(one);
      }
    }
    questions.add(
        pool.submit(
            () -> {
              try {
                question.put();
              } finally {
                room.release();
              }
              return null;
            }));
  }

  /** Waits for all of them. */
  void finish() throws InterruptedException {
    for (Future<?> one : questions) {
      result(one);
    }
  }

  private static void result(Future<?> one) throws InterruptedException {
    try {
      one.get();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause();
      if (cause instanceof Error mistake) {
        throw mistake;
      }
      if (cause instanceof RuntimeException mistake) {
        throw mistake;
      }
      throw (InterruptedException) new InterruptedException().initCause(cause);
    }
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
