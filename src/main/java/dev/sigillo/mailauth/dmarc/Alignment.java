package dev.sigillo.mailauth.dmarc;

/** How alike two domains must be (RFC 9989 section 4.4). */
public enum Alignment {
  /** They have the same organisational domain. */
  RELAXED,
  /** They are the same. */
  STRICT
}
