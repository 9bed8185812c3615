package dev.sigillo.incident.dossier;

/**
 * From where figures of a trace say something: parameters of the controls that judge the same.
 *
 * @param deviations standard deviations above a sender's other days that a day may have
 * @param spikeAtLeast recipients that a day must have to be unusual
 * @param baselineDays days that a trace must tell of to know what is usual
 * @param hourAtLeast recipients that an hour must have for its share to say anything
 * @param assessed whether they are those of the assessment, and not the catalogue's defaults
 */
public record Thresholds(
    long deviations, long spikeAtLeast, long baselineDays, long hourAtLeast, boolean assessed) {}
