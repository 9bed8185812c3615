package dev.sigillo.mailauth.dkim;

/** What kind of key a record holds. */
public enum KeyType {
  /** RSA (RFC 6376). */
  RSA,
  /** Ed25519 (RFC 8463). */
  ED25519,
  /** One that the RFCs do not know; verifiers ignore the record. */
  OTHER
}
