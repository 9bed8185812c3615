package dev.sigillo.collect.run;

import java.util.concurrent.Semaphore;

/**
 * How many questions may be under way at once: half as many after the service said that it had
 * enough or was not there, one more after as many answers as there are lanes (additive increase,
 * multiplicative decrease). Safe for use by several threads.
 */
final class Lanes {
  private final int most;
  private final Permits permits;
  private int open;
  private int answers;
  private int cuts;

  Lanes(int first, int most) {
    this.most = most;
    this.open = first;
    this.permits = new Permits(first);
  }

  /** Waits for a lane; the number says how often they had been cut by then. */
  int enter() throws InterruptedException {
    permits.acquire();
    return cuts();
  }

  void leave() {
    permits.release();
  }

  synchronized void answered() {
    if (open < most && ++answers >= open) {
      answers = 0;
      open++;
      permits.release();
    }
  }

  /** Halves, but once for all questions that were under way together. */
  synchronized void refused(int entered) {
    if (entered < cuts) {
      return;
    }
    cuts++;
    int fewer = Math.max(1, open / 2);
    permits.reducePermits(open - fewer);
    open = fewer;
    answers = 0;
  }

  private synchronized int cuts() {
    return cuts;
  }

  int most() {
    return most;
  }

  /** How many are open now. */
  synchronized int open() {
    return open;
  }

  private static final class Permits extends Semaphore {
    private static final long serialVersionUID = 1L;

    Permits(int permits) {
      super(permits, true);
    }

    @Override
    protected void reducePermits(int reduction) {
      super.reducePermits(reduction);
    }
  }
}
