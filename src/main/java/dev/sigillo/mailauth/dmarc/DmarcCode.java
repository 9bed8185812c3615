package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.ProblemCode;

/** What can be remarkable about DMARC records, besides the faults of any tag list. */
public enum DmarcCode implements ProblemCode {
  /** More than one DMARC record at a name: all are discarded (RFC 9989 section 4.10). */
  SEVERAL_RECORDS,
  /**
   * A TXT record where DMARC records stand that is none: it does not start with {@code v=DMARC1},
   * written precisely so, blanks around the equals sign aside (section 4.8). It is ignored.
   */
  NOT_A_RECORD,
  /** A name on the walk has no answer. */
  UNRESOLVED,
  /** A tag the RFC does not know; ignored. */
  UNKNOWN_TAG,
  /**
   * A known tag in capital letters; names are case-sensitive (RFC 6376 section 3.2), so unknown.
   */
  TAG_CASE,
  /** {@code pct}, {@code rf} or {@code ri}, which RFC 9989 removed (appendix C). */
  OBSOLETE_TAG,
  /** No {@code p}. */
  P_MISSING,
  /** {@code p} is none of the three policies, or given twice. */
  P_INVALID,
  /** {@code sp} is none of the three policies, or given twice: the whole record counts as none. */
  SP_INVALID,
  /** {@code np} is none of the three policies, or given twice: the whole record counts as none. */
  NP_INVALID,
  /** Another tag has a value it cannot have; its default applies. */
  VALUE_INVALID,
  /** A part of {@code rua} or {@code ruf} is no URI, or no usable {@code mailto:} URI. */
  URI_INVALID,
  /** A URI that is no {@code mailto:} one, which receivers need not support. */
  URI_NOT_MAIL,
  /** A size limit after a URI, which RFC 9989 removed. */
  URI_SIZE,
  /** More report addresses than are looked at. */
  TOO_MANY_URIS,
  /** {@code fo} without {@code ruf}: ignored. */
  FO_WITHOUT_RUF,
  /**
   * {@code sp} or {@code np} at a domain that is not the organisational one: its subdomains get the
   * organisational domain's (RFC 9989 section 4.7).
   */
  SUBDOMAIN_POLICY_IGNORED,
  /**
   * The method of RFC 7489, with a list of public suffixes, leads receivers that still use it to
   * another policy; the text says to which.
   */
  METHODS_DIFFER,
  /** Whether the domain exists, and so whether {@code sp} or {@code np} applies, is not known. */
  EXISTENCE_UNKNOWN
}
