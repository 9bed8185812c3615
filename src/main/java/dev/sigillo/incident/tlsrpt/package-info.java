/** Reads TLS reports (RFC 8460). */
@NullMarked
package dev.sigillo.incident.tlsrpt;

import org.jspecify.annotations.NullMarked;
