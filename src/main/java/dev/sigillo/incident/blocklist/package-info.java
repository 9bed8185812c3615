/**
 * Asks block lists whether an address is listed (RFC 5782), and says apart what an answer means:
 * listed, not listed, refused, not answered. Imports mailauth.
 */
@NullMarked
package dev.sigillo.incident.blocklist;

import org.jspecify.annotations.NullMarked;
