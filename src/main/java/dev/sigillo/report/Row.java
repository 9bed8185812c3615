package dev.sigillo.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table as the templates ask for it: text and look per cell. */
public final class Row {
  private final List<Cell> cells = new ArrayList<>();

  private record Cell(String text, @Nullable Tone tone, boolean code) {}

  Row() {}

  /** A row of plain cells. */
  static Row of(String... texts) {
    Row row = new Row();
    for (String text : texts) {
      row.add(text);
    }
    return row;
  }

  Row add(String text) {
    cells.add(new Cell(Visible.text(text), null, false));
    return this;
  }

  /** A cell whose colour repeats what its words say. */
  Row tone(String text, Tone tone) {
    cells.add(new Cell(Visible.text(text), tone, false));
    return this;
  }

  /** A cell in the typeface for names of settings and digests. */
  Row code(String text) {
    cells.add(new Cell(Visible.text(text), null, true));
    return this;
  }

  /** Text of a cell. */
  public String text(int column) {
    return cells.get(column).text();
  }

  /** Colour of a cell's text; null for the usual one. */
  public @Nullable String ink(int column) {
    Tone tone = cells.get(column).tone();
    return tone == null ? null : tone.ink();
  }

  /** Colour behind a cell; null for none. */
  public @Nullable String paper(int column) {
    Tone tone = cells.get(column).tone();
    return tone == null ? null : tone.paper();
  }

  /** Typeface of a cell; null for the usual one. */
  public @Nullable String font(int column) {
    return cells.get(column).code() ? "IBM Plex Mono" : null;
  }
}
