/** Reads message traces: exports of the admin centre, of PowerShell and of Microsoft Graph. */
@NullMarked
package dev.sigillo.incident.trace;

import org.jspecify.annotations.NullMarked;
