/** DKIM keys in DNS (RFC 6376 section 3.6, RFC 8301, RFC 8463). Imports {@code mailauth} only. */
@NullMarked
package dev.sigillo.mailauth.dkim;

import org.jspecify.annotations.NullMarked;
