package dev.sigillo.mailauth.spf;

import java.util.Locale;

/** The results of {@code check_host} (RFC 7208 section 2.6). */
public enum Result {
  /** There is no domain to check, or it publishes no record. */
  NONE,
  /** The domain says nothing about the client. */
  NEUTRAL,
  /** The client may use the domain. */
  PASS,
  /** The client may not use the domain. */
  FAIL,
  /** The client probably may not. */
  SOFTFAIL,
  /** DNS did not answer: ask again later. */
  TEMPERROR,
  /** What is published cannot be understood, or costs too much. */
  PERMERROR;

  /** As RFC 7208 writes it, in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
