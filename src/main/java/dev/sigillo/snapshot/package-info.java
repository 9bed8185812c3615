/**
 * The evidence: what the services said, word for word, and the typed facts read from it. Imports
 * nothing of ours; knows no control, no verdict.
 */
@NullMarked
package dev.sigillo.snapshot;

import org.jspecify.annotations.NullMarked;
