package dev.sigillo.policy;

/** A policy that cannot be used: file, line, what is wrong, what is allowed. */
public final class PolicyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PolicyException(String message) {
    super(message);
  }
}
