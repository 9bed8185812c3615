package dev.sigillo.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import net.sf.jasperreports.engine.data.JRBeanCollectionDataSource;
import net.sf.jasperreports.export.SimpleExporterInput;
import net.sf.jasperreports.export.SimpleOutputStreamExporterOutput;
import net.sf.jasperreports.pdf.JRPdfExporter;
import net.sf.jasperreports.pdf.SimplePdfExporterConfiguration;
import net.sf.jasperreports.pdf.type.PdfaConformanceEnum;

/**
 * A document on paper: PDF/A-2a and PDF/UA-1, the same bytes for the same input.
 *
 * @param title of the document, with whose it is
 * @param subject its number
 * @param tool what made it
 * @param headerLeft running head on the left
 * @param headerRight running head on the right
 * @param footer running foot
 * @param moment when its content was true
 * @param digests two digests, equal for equal content
 */
record PdfDocument(
    String title,
    String subject,
    String tool,
    String headerLeft,
    String headerRight,
    String footer,
    Instant moment,
    List<String> digests) {

  /** The document's bytes. */
  byte[] bytes(CoverPage cover, List<Block> blocks, Words words, Templates templates) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(JRParameter.REPORT_LOCALE, words.locale());
    parameters.put("cover", cover);
    parameters.put("headerLeft", headerLeft);
    parameters.put("headerRight", headerRight);
    parameters.put("footer", footer);
    parameters.put("pageOf", words.say("page-of"));
    try {
      JasperPrint print =
          JasperFillManager.fillReport(
              templates.get("document"), parameters, new JRBeanCollectionDataSource(blocks));
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      JRPdfExporter exporter = new JRPdfExporter();
      exporter.setExporterInput(new SimpleExporterInput(print));
      exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(raw));
      exporter.setConfiguration(configuration(words));
      exporter.exportReport();
      return PdfFinish.finish(raw.toByteArray(), tool, moment, digests, words);
    } catch (JRException e) {
      throw new IllegalStateException("the document cannot be laid out: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SimplePdfExporterConfiguration configuration(Words words) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
    configuration.setIccProfilePath("reports/srgb.icc");
    configuration.setTagged(true);
    configuration.setTagLanguage(words.language());
    configuration.setDisplayMetadataTitle(true);
    configuration.setMetadataTitle(Visible.text(title));
    configuration.setMetadataAuthor(tool);
    configuration.setMetadataSubject(subject);
    configuration.setMetadataCreator(tool);
    return configuration;
  }
}
