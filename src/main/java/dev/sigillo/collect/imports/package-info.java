/**
 * Turns what people exported of a tenant into a snapshot, word for word. Imports snapshot; only
 * place for CSV of foreign making.
 */
@NullMarked
package dev.sigillo.collect.imports;

import org.jspecify.annotations.NullMarked;
