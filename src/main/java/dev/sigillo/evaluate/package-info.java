/** Judges a snapshot with the catalogue and a policy. The only place for Drools. */
@NullMarked
package dev.sigillo.evaluate;

import org.jspecify.annotations.NullMarked;
