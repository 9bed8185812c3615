package dev.sigillo.collect.imports;

import java.util.List;

/**
 * What an import left.
 *
 * @param digest the snapshot's digest
 * @param notes sentences about what was not taken over, for the person at the keyboard
 */
public record Imported(String digest, List<String> notes) {
  public Imported {
    notes = List.copyOf(notes);
  }
}
