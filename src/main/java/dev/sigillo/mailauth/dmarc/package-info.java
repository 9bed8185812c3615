/**
 * DMARC as RFC 9989 means it: the record, the walk up the tree, the policy that reaches a domain
 * and its subdomains, and where reports go (RFC 9990 and 9991). Imports {@code mailauth} only.
 */
@NullMarked
package dev.sigillo.mailauth.dmarc;

import org.jspecify.annotations.NullMarked;
