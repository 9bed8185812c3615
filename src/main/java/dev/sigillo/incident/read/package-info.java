/** Puts what was read about an incident into a snapshot. */
@NullMarked
package dev.sigillo.incident.read;

import org.jspecify.annotations.NullMarked;
