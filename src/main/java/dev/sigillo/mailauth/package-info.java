/**
 * SPF, DKIM, DMARC, MTA-STS, TLS-RPT and the rest of mail authentication as pure functions over DNS
 * answers. Knows nothing of Microsoft, of snapshots, or of how an answer was obtained.
 */
@NullMarked
package dev.sigillo.mailauth;

import org.jspecify.annotations.NullMarked;
