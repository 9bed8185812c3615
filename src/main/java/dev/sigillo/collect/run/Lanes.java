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

  Lanes(int first, int most) {
    this.most = most;
    this.open = first;
    this.permits = new Permits(first);
  }

  void enter() throws InterruptedException {
    permits.acquire();
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

  synchronized void refused() {
    int fewer = Math.max(1, open / 2);
    permits.reducePermits(open - fewer);
    open = fewer;
    answers = 0;
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
