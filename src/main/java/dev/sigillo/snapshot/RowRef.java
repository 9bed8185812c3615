package dev.sigillo.snapshot;

/**
 * Where a fact was read: the evidence behind a finding.
 *
 * @param dataset name of the dataset, such as {@code exchange/Get-TransportConfig}
 * @param line line in the dataset's file, from 1
 * @param id the row's own stable key (GUID, else identity, else the line number)
 */
public record RowRef(String dataset, long line, String id) {}
