package dev.sigillo.collect.signin;

/** Nobody could be reached, or signed in: one sentence that says why, and what to do. */
public final class SignInException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * A refusal.
   *
   * @param message never holds a secret, a password or a token
   */
  public SignInException(String message) {
    super(message);
  }
}
