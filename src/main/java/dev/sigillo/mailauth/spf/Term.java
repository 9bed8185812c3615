package dev.sigillo.mailauth.spf;

/** One of the words after the version (RFC 7208 section 4.6.1). */
public sealed interface Term permits Directive, Modifier {
  /** Offset into the record's text, from 0. */
  int position();
}
