/**
 * Reads delivery reports (NDRs, bounces): RFC 3464, Exchange Online's own layout, and the plain
 * text of other systems.
 */
@NullMarked
package dev.sigillo.incident.ndr;

import org.jspecify.annotations.NullMarked;
