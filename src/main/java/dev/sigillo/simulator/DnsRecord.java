package dev.sigillo.simulator;

/**
 * A DNS record at some name.
 *
 * @param type such as {@code TXT}
 * @param ttl in seconds
 * @param data as a master file writes it (RFC 1035 section 5.1), names with their final dot
 */
public record DnsRecord(String type, long ttl, String data) {}
