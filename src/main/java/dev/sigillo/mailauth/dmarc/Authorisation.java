package dev.sigillo.mailauth.dmarc;

/** Whether reports may be sent to a destination (RFC 9990 section 4). */
public enum Authorisation {
  /** It has the same organisational domain as the record: no leave is needed. */
  OWN,
  /** It is external, and publishes that it takes the reports. */
  AUTHORISED,
  /** It is external, and publishes no such thing: receivers send nothing there. */
  NOT_AUTHORISED,
  /** A question that decides it has no answer. */
  UNKNOWN
}
