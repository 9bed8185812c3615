/** Makes the snapshot of the invented tenant that {@code audit --demo} audits. */
@NullMarked
package dev.sigillo.demo;

import org.jspecify.annotations.NullMarked;
