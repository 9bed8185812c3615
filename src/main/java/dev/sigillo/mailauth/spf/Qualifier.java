package dev.sigillo.mailauth.spf;

/** What a directive says of the client that its mechanism matches (RFC 7208 section 4.6.2). */
public enum Qualifier {
  PASS('+', Result.PASS),
  FAIL('-', Result.FAIL),
  SOFTFAIL('~', Result.SOFTFAIL),
  NEUTRAL('?', Result.NEUTRAL);

  private final char sign;
  private final Result result;

  Qualifier(char sign, Result result) {
    this.sign = sign;
    this.result = result;
  }

  /** The character in the record. */
  public char sign() {
    return sign;
  }

  /** The result of {@code check_host} when it matches. */
  public Result result() {
    return result;
  }
}
