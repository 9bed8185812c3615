package dev.sigillo.mailauth.dkim;

import dev.sigillo.mailauth.ProblemCode;

/** What can be remarkable about DKIM keys, besides the faults of any tag list. */
public enum DkimCode implements ProblemCode {
  /** More than one key at a name: what verifiers make of it is undefined (section 3.6.2.2). */
  SEVERAL_RECORDS,
  /** A TXT record that is no key; ignored. */
  NOT_A_KEY,
  /** The name has no answer. */
  UNRESOLVED,
  /** The selector and domain make no name that DNS could hold. */
  BAD_NAME,
  /** The selector is an alias of a name that does not exist or has no TXT record. */
  ALIAS_DANGLING,
  /** {@code v} is not the first tag (section 3.6.1). */
  VERSION_NOT_FIRST,
  /** A tag that is given twice voids the whole list (section 3.2). */
  TAG_REPEATED,
  /** No {@code p}. */
  P_MISSING,
  /** {@code k} names no known type of key. */
  KEY_TYPE_UNKNOWN,
  /** {@code p} holds no key of its type; the text says why. */
  KEY_UNREADABLE,
  /** An RSA key of less than 1024 bits: verifiers must not accept it (RFC 8301 section 3.2). */
  KEY_TOO_SHORT,
  /** {@code h} leaves out SHA-256, the only hash that may be used (RFC 8301 section 3.1). */
  NO_SHA256,
  /** {@code h} names SHA-1, which must not be used (RFC 8301 section 3.1). */
  SHA1_ALLOWED,
  /** {@code s} leaves out mail (section 3.6.1). */
  NOT_FOR_MAIL,
  /** A tag the RFC does not know; ignored. */
  UNKNOWN_TAG
}
