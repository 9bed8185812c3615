package dev.sigillo.collect.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sigillo.collect.run.ServiceException.Kind;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadTest {
  private static final Pace QUICK =
      new Pace(4, 4, 1_000, Duration.ofMillis(10), Duration.ofMillis(1), Duration.ofSeconds(5));

  @Test
  void a_question_that_the_service_puts_off_is_asked_again() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();

    String answer =
        new Workload(QUICK)
            .call(
                () -> {
                  if (asked.incrementAndGet() < 12) {
                    throw new ServiceException(Kind.THROTTLED, "429");
                  }
                  return "yes";
                });

    assertThat(answer).isEqualTo("yes");
    assertThat(asked).hasValue(12);
  }

  @Test
  void a_service_that_stays_broken_is_asked_five_times() {
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                new Workload(QUICK)
                    .call(
                        () -> {
                          asked.incrementAndGet();
                          throw new ServiceException(Kind.UNAVAILABLE, "503 busy");
                        }))
        .isInstanceOf(ServiceException.class)
        .hasMessage("503 busy");

    assertThat(asked).hasValue(5);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNAUTHORIZED", "FORBIDDEN", "NOT_FOUND", "BAD_REQUEST", "UNLICENSED"})
  void a_refusal_that_stays_is_not_asked_again(Kind kind) {
    AtomicInteger asked = new AtomicInteger();

    assertThatThrownBy(
            () ->
                new Workload(QUICK)
                    .call(
                        () -> {
                          asked.incrementAndGet();
                          throw new ServiceException(kind, "no");
                        }))
        .isInstanceOf(ServiceException.class);

    assertThat(asked).hasValue(1);
  }

  @Test
  void the_pause_that_the_service_asks_for_is_kept_and_by_everybody() throws Exception {
    Workload workload = new Workload(QUICK);
    AtomicInteger refusals = new AtomicInteger();
    long start = System.nanoTime();
    Workload.Asking<Long> first =
        () -> {
          if (refusals.getAndIncrement() == 0) {
            throw new ServiceException(Kind.THROTTLED, "429", Duration.ofMillis(300));
          }
          return System.nanoTime() - start;
        };

    ExecutorService other = Executors.newSingleThreadExecutor();
    var mine = other.submit(() -> workload.call(first));
    while (refusals.get() == 0) {
      Thread.onSpinWait();
    }
    TimeUnit.MILLISECONDS.sleep(20);
    long neighbour = workload.call(() -> System.nanoTime() - start);
    other.shutdown();

    assertThat(mine.get()).isGreaterThanOrEqualTo(Duration.ofMillis(300).toNanos());
    assertThat(neighbour).isGreaterThanOrEqualTo(Duration.ofMillis(290).toNanos());
  }

  @Test
  void a_pause_longer_than_patience_ends_the_question_at_once() {
    Workload workload = new Workload(QUICK);

    assertThatThrownBy(
            () ->
                workload.call(
                    () -> {
                      throw new ServiceException(Kind.THROTTLED, "429", Duration.ofHours(1));
                    }))
        .isInstanceOf(ServiceException.class);
  }

  @Test
  void lanes_halve_when_refused_and_open_again_one_by_one() throws InterruptedException {
    Lanes lanes = new Lanes(8, 8);

    int before = lanes.enter();
    lanes.refused(before);
    assertThat(lanes.open()).isEqualTo(4);
    lanes.refused(before);
    assertThat(lanes.open()).as("asked before the first refusal").isEqualTo(4);
    lanes.leave();
    for (int i = 0; i < 3; i++) {
      lanes.refused(lanes.enter());
      lanes.leave();
    }
    assertThat(lanes.open()).isEqualTo(1);
    for (int i = 0; i < 1 + 2 + 3; i++) {
      lanes.answered();
    }
    assertThat(lanes.open()).isEqualTo(4);
  }

  @Test
  void lanes_open_as_long_as_the_service_answers_up_to_the_most() {
    Lanes lanes = new Lanes(2, 4);

    lanes.answered();
    lanes.answered();
    assertThat(lanes.open()).isEqualTo(3);
    for (int i = 0; i < 100; i++) {
      lanes.answered();
    }
    assertThat(lanes.open()).isEqualTo(4);
  }
}
