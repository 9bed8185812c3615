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
  private final Place place;

  Block(
      String type,
      String text,
      String overline,
      @Nullable JasperReport layout,
      List<String> head,
      List<Row> rows,
      @Nullable Renderable picture,
      String alt,
      Place place) {
    this.type = type;
    this.text = Visible.text(text);
    this.overline = Visible.text(overline);
    this.layout = layout;
    this.head = head.stream().map(Visible::text).toList();
    this.rows = List.copyOf(rows);
    this.picture = picture;
    this.alt = Visible.text(alt);
    this.place = place;
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

  /** The heading it stands under; empty for none. */
  public String getHeading() {
    return Visible.text(place.heading());
  }

  /** Number of that heading, so that equal headings stay apart. */
  public Integer getHeadingId() {
    return place.headingId();
  }

  /** The small heading it stands under; empty for none. */
  public String getLabel() {
    return Visible.text(place.label());
  }

  /** Number of that small heading. */
  public Integer getLabelId() {
    return place.labelId();
  }

  /** Under which headings a block stands; the template keeps a heading with what follows it. */
  record Place(String heading, int headingId, String label, int labelId) {
    static final Place TOP = new Place("", 0, "", 0);

    Place section() {
      return new Place("", headingId + 1, "", labelId + 1);
    }

    Place heading(String text) {
      return new Place(text, headingId + 1, "", labelId + 1);
    }

    Place label(String text) {
      return new Place(heading, headingId, text, labelId + 1);
    }
  }
}
