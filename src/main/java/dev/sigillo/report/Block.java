package dev.sigillo.report;

import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.Renderable;
import org.jspecify.annotations.Nullable;

/** One thing on the way down the page; its type chooses the template's band. */
public final class Block {
  private final String type;
  private final String text;
  private final String overline;
  private final @Nullable JasperReport layout;
  private final List<String> head;
  private final List<Row> rows;
  private final @Nullable Renderable picture;
  private final String alt;
  private final List<Integer> rooms;

  Block(
      String type,
      String text,
      String overline,
      @Nullable JasperReport layout,
      List<String> head,
      List<Row> rows,
      @Nullable Renderable picture,
      String alt,
      List<Integer> rooms) {
    this.type = type;
    this.text = text;
    this.overline = overline;
    this.layout = layout;
    this.head = List.copyOf(head);
    this.rows = List.copyOf(rows);
    this.picture = picture;
    this.alt = Visible.text(alt);
    this.rooms = List.copyOf(rooms);
  }

  Block with(List<Integer> groups) {
    return new Block(type, text, overline, layout, head, rows, picture, alt, groups);
  }

  /** Name of the band. */
  public String getType() {
    return type;
  }

  /** Text of a heading or paragraph. */
  public String getText() {
    return text;
  }

  /** Small line above a heading. */
  public String getOverline() {
    return overline;
  }

  /** Template of a table. */
  public @Nullable JasperReport getLayout() {
    return layout;
  }

  /** Column headings. */
  public List<String> getHead() {
    return head;
  }

  /** Rows of a table. */
  public List<Row> getRows() {
    return rows;
  }

  /** A drawing. */
  public @Nullable Renderable getPicture() {
    return picture;
  }

  /** What the drawing shows, in words. */
  public String getAlt() {
    return alt;
  }

  /** Values of the template's groups that keep it with what follows. */
  public List<Integer> getRooms() {
    return rooms;
  }
}
