/** A tenant as a whole: its services and its DNS, read into one snapshot. */
@NullMarked
package dev.sigillo.collect.tenant;

import org.jspecify.annotations.NullMarked;
