/**
 * How a tenant is collected, whatever the service: datasets one by one from the best source that
 * answers, spooled to disk with checkpoints, and packed into a snapshot at the end.
 */
@NullMarked
package dev.sigillo.collect.run;

import org.jspecify.annotations.NullMarked;
