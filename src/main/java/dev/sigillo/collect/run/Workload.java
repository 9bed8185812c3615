package dev.sigillo.collect.run;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RateLimiter;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is asked of one service goes through here: not too many questions at once, not
 * too many in a period, fewer when it says that it has enough, and again where asking again may
 * help. The service's {@code Retry-After} is honoured, however long, within the pace's patience;
 * while it lasts, nobody else asks either. Questions must change nothing, so that asking twice is
 * asking once. Safe for use by several threads.
 */
public final class Workload {
  private static final int TRIES_OF_BROKEN = 5;
  private static final int DOUBLINGS = 6;

  private final Lanes lanes;
  private final RateLimiter<Object> rate;
  private final FailsafeExecutor<Object> again;
  private final Duration patience;
  private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

  /** One question. */
  public interface Asking<T> {
    /** Asks once. */
    T ask() throws InterruptedException;
  }

  /** A service that is asked at this pace. */
  public Workload(Pace pace) {
    lanes = new Lanes(pace.lanes(), pace.most());
    patience = pace.patience();
    rate = RateLimiter.burstyBuilder(pace.permits(), pace.period()).build();
    again =
        Failsafe.with(
            policy(pace, ServiceException.Kind.THROTTLED).withMaxRetries(-1).build(),
            policy(pace, ServiceException.Kind.UNAVAILABLE, ServiceException.Kind.BROKEN)
                .withMaxRetries(TRIES_OF_BROKEN - 1)
                .build());
  }

  /**
   * Asks until there is an answer, a refusal that asking again cannot change, or no patience left.
   *
   * @throws ServiceException the last refusal
   */
  public <T> T call(Asking<T> question) throws InterruptedException {
    try {
      return again.get(() -> once(question));
    } catch (FailsafeException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw (InterruptedException) new InterruptedException().initCause(e);
      }
      throw e;
    }
  }

  /** How many questions may be under way at once, at most. */
  int most() {
    return lanes.most();
  }

  private <T> T once(Asking<T> question) throws InterruptedException {
    int entered = lanes.enter();
    try {
      TimeUnit.NANOSECONDS.sleep(silentUntil.get() - System.nanoTime());
      rate.acquirePermit();
      T answer = question.ask();
      lanes.answered();
      return answer;
    } catch (ServiceException refusal) {
      refused(refusal, entered);
      throw refusal;
    } finally {
      lanes.leave();
    }
  }

  private void refused(ServiceException refusal, int entered) {
    if (is(refusal, ServiceException.Kind.THROTTLED, ServiceException.Kind.UNAVAILABLE)) {
      lanes.refused(entered);
    }
    Duration pause = refusal.retryAfter();
    if (pause != null && pause.compareTo(patience) <= 0) {
      long until = System.nanoTime() + pause.toNanos();
      silentUntil.accumulateAndGet(until, (a, b) -> a - b > 0 ? a : b);
    }
  }

  private static RetryPolicyBuilder<Object> policy(Pace pace, ServiceException.Kind... kinds) {
    return RetryPolicy.builder()
        .handleIf(
            e ->
                e instanceof ServiceException refusal
                    && is(refusal, kinds)
                    && bearable(refusal, pace.patience()))
        .withMaxDuration(pace.patience())
        .withBackoff(pace.pause(), pace.pause().multipliedBy(1L << DOUBLINGS))
        .withJitter(0.2)
        .withDelayFnOn(context -> pauseAsked(context.getLastException()), ServiceException.class);
  }

  /** Whether the pause that is asked for is worth waiting for. */
  private static boolean bearable(ServiceException refusal, Duration patience) {
    Duration pause = refusal.retryAfter();
    return pause == null || pause.compareTo(patience) <= 0;
  }

  private static boolean is(ServiceException refusal, ServiceException.Kind... kinds) {
    for (ServiceException.Kind kind : kinds) {
      if (refusal.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /** What the service asks for; a negative pause stands for the policy's own. */
  private static Duration pauseAsked(@Nullable Throwable last) {
    Duration pause = last instanceof ServiceException refusal ? refusal.retryAfter() : null;
    return pause == null ? Duration.ofNanos(-1) : pause;
  }
}
