/**
 * Asks DNS and the policy files of MTA-STS, and writes down what was said. Imports snapshot and
 * mailauth; only place for dnsjava.
 */
@NullMarked
package dev.sigillo.collect.dns;

import org.jspecify.annotations.NullMarked;
