package dev.sigillo.mailauth.transport;

/**
 * What came of fetching {@code https://mta-sts.DOMAIN/.well-known/mta-sts.txt} (RFC 8461 section
 * 3.3), redirects not followed.
 *
 * @param status HTTP status; 0 without a response
 * @param contentType value of the header, as received; may be empty
 * @param body the file, as far as it was read
 * @param problem why there is no response, certificates included; empty with one
 */
public record PolicyFile(int status, String contentType, String body, String problem) {}
