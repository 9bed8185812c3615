/**
 * The result of an evaluation: outcomes, findings, score, and everything a report needs to be read
 * years later. Imports control and policy (whose records it carries as declared).
 */
@NullMarked
package dev.sigillo.assessment;

import org.jspecify.annotations.NullMarked;
