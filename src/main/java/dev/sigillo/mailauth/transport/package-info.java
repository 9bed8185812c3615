/**
 * How mail travels to a domain: its MX records, MTA-STS (RFC 8461), TLS reports (RFC 8460), DNSSEC
 * and DANE (RFC 7672). Imports {@code mailauth} only.
 */
@NullMarked
package dev.sigillo.mailauth.transport;

import org.jspecify.annotations.NullMarked;
