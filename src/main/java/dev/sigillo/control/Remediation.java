package dev.sigillo.control;

import org.jspecify.annotations.Nullable;

/**
 * How to put things right by hand, and how to go back.
 *
 * @param steps in the portal, in words
 * @param note which present value to write down first, so that the change can be undone
 * @param commandBefore PowerShell that shows the present value; {@code {subject}} and {@code {key}}
 *     stand for the quoted name and key of a subject
 * @param command PowerShell or DNS that makes the change, same placeholders; null when no command
 *     can
 */
public record Remediation(
    Text steps, Text note, @Nullable String commandBefore, @Nullable String command) {}
