package dev.sigillo.incident.dmarc;

import dev.sigillo.incident.files.Document;
import dev.sigillo.incident.files.RefusedException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Consumer;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * One DMARC aggregate report. Element names count, not their namespace: reporters write none, an
 * old or a new one (RFC 9990 section 3.1). A document type, and so every entity of its own, is
 * refused. Nothing is handed over before the whole report was seen to be well-formed.
 */
public final class AggregateReport {
  private static final int DEEPEST = 30;
  private static final int LONGEST = 4_096;
  private static final XMLInputFactory XML = factory();

  private final Document document;
  private final ReportRows rows;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();

  private AggregateReport(Document document, @Nullable Consumer<ReportRow> sink) {
    this.document = document;
    this.rows = new ReportRows(sink);
  }

  /**
   * What the report says of itself.
   *
   * @param orgName who reports
   * @param reportId unique for the reporter
   * @param domain whose policy was looked up
   * @param begin as written
   * @param records how many there are
   */
  public record Head(String orgName, String reportId, String domain, String begin, long records) {}

  /**
   * Checks a report and says what it is about.
   *
   * @throws RefusedException when it is no report, or a broken one
   */
  public static Head check(Document document) throws RefusedException {
    AggregateReport report = new AggregateReport(document, null);
    report.parse();
    return report.rows.head();
  }

  /**
   * Hands over the records of a report that was checked.
   *
   * @throws RefusedException when it was not
   */
  public static void read(Document document, Consumer<ReportRow> sink) throws RefusedException {
    new AggregateReport(document, sink).parse();
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing outside the report is read");
        });
    return factory;
  }

  private void parse() throws RefusedException {
    XMLStreamReader xml = null;
    try {
      xml = XML.createXMLStreamReader(XmlText.of(document.bytes()));
      while (xml.hasNext()) {
        event(xml, xml.next());
      }
    } catch (XMLStreamException e) {
      int line = xml == null ? 1 : xml.getLocation().getLineNumber();
      throw new RefusedException(
          "is no well-formed XML in its encoding (line %d); a report that is cut short or broken is not read"
              .formatted(Math.max(line, 1)));
    }
  }

  private void event(XMLStreamReader xml, int event) throws RefusedException {
    switch (event) {
      case XMLStreamConstants.DTD ->
          throw new RefusedException("has a document type (DOCTYPE), which no report has");
      case XMLStreamConstants.ENTITY_REFERENCE ->
          throw new RefusedException("uses an XML entity of its own, which no report does");
      case XMLStreamConstants.START_ELEMENT -> start(xml.getLocalName().toLowerCase(Locale.ROOT));
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (text.length() + xml.getTextLength() > LONGEST && !xml.isWhiteSpace()) {
          throw new RefusedException(
              "has a text longer than %,d characters (line %d)"
                  .formatted(LONGEST, xml.getLocation().getLineNumber()));
        }
        if (text.length() + xml.getTextLength() <= LONGEST) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
      case XMLStreamConstants.END_ELEMENT -> {
        String name = path.pop();
        rows.end(path, name, text.toString().strip());
        text.setLength(0);
      }
      default -> {}
    }
  }

  private void start(String name) throws RefusedException {
    if (path.isEmpty() && !name.equals("feedback")) {
      throw new RefusedException(
          "is XML, but no DMARC aggregate report: its root is <%s>, not <feedback>"
              .formatted(name.length() > 60 ? name.substring(0, 60) + "…" : name));
    }
    if (path.size() >= DEEPEST) {
      throw new RefusedException(
          "has elements in elements more than %d deep, which no report has".formatted(DEEPEST));
    }
    path.push(name);
    text.setLength(0);
    rows.start(path);
  }
}
