package dev.sigillo.mailauth.dmarc;

/**
 * The policy that reaches a kind of mail.
 *
 * @param policy as published
 * @param testing whether the record says {@code t=y}
 * @param foundAt the domain whose record it is
 */
public record PolicyInForce(Policy policy, boolean testing, String foundAt) {
  /** What its owner expects receivers to do: one level less while testing. */
  public Policy applied() {
    return testing ? policy.tested() : policy;
  }
}
