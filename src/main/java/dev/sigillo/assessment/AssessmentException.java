package dev.sigillo.assessment;

/** An assessment that cannot be used: file, what is wrong, what is allowed. */
public final class AssessmentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public AssessmentException(String message) {
    super(message);
  }

  public AssessmentException(String message, Throwable cause) {
    super(message, cause);
  }
}
