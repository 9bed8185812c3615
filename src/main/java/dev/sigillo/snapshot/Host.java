package dev.sigillo.snapshot;

/**
 * A host that was read from.
 *
 * @param host name, as it was asked for
 * @param issuer who issued the certificate that it showed (RFC 2253): a proxy that opens TLS shows
 *     here
 */
public record Host(String host, String issuer) {}
