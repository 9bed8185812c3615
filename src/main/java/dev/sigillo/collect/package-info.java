/** Reads the tenant, or what somebody exported of it, into a snapshot. Imports snapshot. */
@NullMarked
package dev.sigillo.collect;

import org.jspecify.annotations.NullMarked;
