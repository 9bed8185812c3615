/** The control catalogue: what is required, in words and as data. Imports nothing of ours. */
@NullMarked
package dev.sigillo.control;

import org.jspecify.annotations.NullMarked;
