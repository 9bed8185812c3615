package dev.sigillo.mailauth.transport;

import dev.sigillo.mailauth.ProblemCode;

/** What can be remarkable about how mail travels to a domain. */
public enum TransportCode implements ProblemCode {
  /** A name has no answer. */
  UNRESOLVED,
  /** More than one record of the kind at a name: none counts (RFC 8461 section 3.1, 8460 3). */
  SEVERAL_RECORDS,
  /** A TXT record that does not start as the kind requires; ignored. */
  NOT_A_RECORD,

  /** An MTA-STS record without {@code id}, or with one that is not 1 to 32 letters and digits. */
  ID_INVALID,
  /** The policy file could not be fetched; the text says why. */
  FILE_UNREACHABLE,
  /** The policy file was answered with another status than 200 (section 3.3). */
  FILE_STATUS,
  /** The policy file is not {@code text/plain} (section 3.2). */
  FILE_TYPE,
  /** The policy file is longer than the 64 KiB a sender need read (section 3.3). */
  FILE_TOO_LONG,
  /** A line that is no {@code key: value} pair. */
  LINE_INVALID,
  /** {@code version} is missing or not {@code STSv1}. */
  VERSION_INVALID,
  /** {@code mode} is missing or none of {@code enforce}, {@code testing}, {@code none}. */
  MODE_INVALID,
  /** {@code max_age} is missing, or not between 0 and 31557600 seconds. */
  MAX_AGE_INVALID,
  /** No {@code mx}, where the mode needs one. */
  MX_MISSING,
  /** An {@code mx} that is neither a host name nor one with {@code *} for its first label. */
  MX_PATTERN_INVALID,
  /** A key that is given twice: the first one counts. */
  FIELD_REPEATED,
  /** A host of the MX records that the policy does not cover. */
  MX_NOT_COVERED,

  /** A TLS report record without {@code rua}. */
  RUA_MISSING,
  /** A report address that is no URI, or neither {@code mailto:} nor {@code https:}. */
  URI_INVALID,
  /** A tag the RFC does not know; ignored. */
  UNKNOWN_TAG,

  /** An MX record that cannot be read. */
  MX_UNREADABLE,
  /** A null MX beside others (RFC 7505 section 3). */
  NULL_MX_NOT_ALONE,
  /** An exchanger that is an address or another name that no host has. */
  MX_NO_HOST,
  /** An exchanger that is an alias (RFC 2181 section 10.3). */
  MX_ALIAS,
  /** An exchanger without an address. */
  MX_WITHOUT_ADDRESS,

  /** Keys in the zone without a DS record above: nobody can validate them. */
  NO_DS,
  /** A TLSA record that cannot be read. */
  TLSA_UNREADABLE,
  /** A TLSA record with usage 0 or 1, which SMTP does not support (RFC 7672 section 3.1.3). */
  TLSA_USAGE,
  /** A TLSA record with values the RFC does not know, or data of the wrong length. */
  TLSA_INVALID
}
