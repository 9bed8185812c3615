package dev.sigillo.mailauth;

/** Faults of a tag list (RFC 6376 section 3.2), whatever its tags mean. */
public enum TagFault implements ProblemCode {
  /** Nothing between two semicolons, or before the first. */
  EMPTY_TAG,
  /** A part without an equals sign. */
  NO_EQUALS_SIGN,
  /**
   * A name that does not start with a letter, or holds more than letters, digits and underscores.
   */
  BAD_TAG_NAME,
  /** An octet that is neither printable ASCII nor a blank. */
  BAD_OCTET,
  /** A name that was used before in the same list. */
  DUPLICATE_TAG,
  /** More tags than are read. */
  TOO_MANY_TAGS,
  /** More octets than a TXT record can hold; the text was not read. */
  TOO_LONG
}
