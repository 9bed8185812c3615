package dev.sigillo.mailauth.dmarc;

import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.ReportUri;

/**
 * A mail address that reports are to go to.
 *
 * @param tag {@code rua} or {@code ruf}
 * @param uri the address
 * @param authorisation whether it may be used
 * @param authorisedBy the name that gives, or would have to give, leave; empty when none is needed
 * @param mail whether its domain has somewhere for mail to go
 */
public record ReportDestination(
    String tag, ReportUri uri, Authorisation authorisation, String authorisedBy, Presence mail) {}
