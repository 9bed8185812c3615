/**
 * SPF (RFC 7208): the records, the function {@code check_host}, and an analysis of everything that
 * a domain's policy authorises. One parser serves all three; nothing here asks DNS but through
 * {@link dev.sigillo.mailauth.Dns}.
 */
@NullMarked
package dev.sigillo.mailauth.spf;

import org.jspecify.annotations.NullMarked;
