package dev.sigillo.report;

import java.util.List;
import net.sf.jasperreports.engine.JasperReport;
import net.sf.jasperreports.renderers.Renderable;

/** The first page of a document, as the template asks for it. */
public interface CoverPage {
  /** Small line above the title. */
  String kicker();

  /** Title. */
  String title();

  /** Organisation and tenant. */
  String organisation();

  /** Date and document number. */
  String line();

  /** A drawing, 150 points high. */
  Renderable picture();

  /** What the drawing shows. */
  String alt();

  /** Template of the table. */
  JasperReport layout();

  /** Headings of the table. */
  List<String> head();

  /** The document's particulars. */
  List<Row> rows();
}
