package dev.sigillo.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of a table as the templates ask for it: text and look per cell. */
public final class Row {
  /** As the template's styles {@code th} and {@code td} have it, in points; HEAD with a margin. */
  static final int HEAD = 30;

  private static final int PADDING = 10;

  private static final double SIZE = 7.8;
  private static final double HEAD_SIZE = 7.5;
  private static final double LEADING = 9.5;

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
    cells.add(new Cell(shown(text), null, false));
    return this;
  }

  /** A cell whose colour repeats what its words say. */
  Row tone(String text, Tone tone) {
    cells.add(new Cell(shown(text), tone, false));
    return this;
  }

  /** A cell in the typeface for names of settings and digests. */
  Row code(String text) {
    cells.add(new Cell(shown(text), null, true));
    return this;
  }

  /** A cell is never blank: that would look like an answer. */
  private static String shown(String text) {
    return text.isBlank() ? "–" : Visible.text(text);
  }

  /** The same row with its lines broken, for columns of these widths. */
  Row in(int[] widths) {
    Row row = new Row();
    for (int i = 0; i < cells.size(); i++) {
      Cell cell = cells.get(i);
      Typeface face = cell.code() ? Typeface.CODE : Typeface.TEXT;
      String text = Lines.broken(cell.text(), face, SIZE, widths[i] - PADDING);
      row.cells.add(new Cell(text, cell.tone(), cell.code()));
    }
    return row;
  }

  /** Column headings with their lines broken. */
  static List<String> head(List<String> texts, int[] widths) {
    List<String> head = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      head.add(
          Lines.broken(
              Visible.text(texts.get(i)), Typeface.SEMIBOLD, HEAD_SIZE, widths[i] - PADDING));
    }
    return head;
  }

  /** About how high it is, in points. */
  double height() {
    long feeds =
        cells.stream()
            .mapToLong(c -> c.text().chars().filter(x -> x == '\n').count())
            .max()
            .orElse(0);
    return (feeds + 1) * LEADING + PADDING;
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
