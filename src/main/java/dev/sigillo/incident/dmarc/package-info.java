/** Reads DMARC aggregate reports: RFC 9990, and RFC 7489 appendix C before it. */
@NullMarked
package dev.sigillo.incident.dmarc;

import org.jspecify.annotations.NullMarked;
