package dev.sigillo.mailauth.dmarc;

/** What the {@code psd} tag says of the domain (RFC 9989 section 4.7). */
public enum Psd {
  /** It is a public suffix: those below it are organisations of their own. */
  YES,
  /** It is an organisational domain. */
  NO,
  /** It does not say. */
  UNSAID
}
