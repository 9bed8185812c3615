package dev.sigillo.simulator.tenant;

/** A scenario that cannot be played: one sentence with file, place, what is wrong and allowed. */
public final class ScenarioException extends RuntimeException {
  private static final long serialVersionUID = 1;

  ScenarioException(String message) {
    super(message);
  }
}
