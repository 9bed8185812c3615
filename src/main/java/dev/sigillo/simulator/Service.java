package dev.sigillo.simulator;

/** One of the services: answers calls, on any thread. */
@FunctionalInterface
interface Service {
  Answer answer(Call call);
}
