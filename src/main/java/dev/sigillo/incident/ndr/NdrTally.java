package dev.sigillo.incident.ndr;

/**
 * What was read.
 *
 * @param messages that could be read
 * @param reports messages that say something about a delivery
 * @param complaints spam complaints (RFC 5965), which are no delivery reports
 * @param refused files and messages that could not be read
 */
public record NdrTally(long messages, long reports, long complaints, long refused) {}
