package dev.sigillo.evaluate;

/** An evaluation that was asked for wrongly: what is wrong, what is allowed. */
public final class EvaluationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public EvaluationException(String message) {
    super(message);
  }
}
