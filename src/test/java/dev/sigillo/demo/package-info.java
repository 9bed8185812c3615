/** What the audit of the demonstration must say. */
@NullMarked
package dev.sigillo.demo;

import org.jspecify.annotations.NullMarked;
