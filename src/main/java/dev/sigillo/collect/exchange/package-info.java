/**
 * Reads Exchange Online and Security &amp; Compliance through their REST. Nothing but the commands
 * of {@link dev.sigillo.collect.exchange.Cmdlet} can be sent, and all of them only read.
 */
@NullMarked
package dev.sigillo.collect.exchange;

import org.jspecify.annotations.NullMarked;
