/**
 * The command line; the only place for picocli, the clock and System.exit. May import everything.
 */
@NullMarked
package dev.sigillo.cli;

import org.jspecify.annotations.NullMarked;
