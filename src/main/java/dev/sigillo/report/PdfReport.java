package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

/** Lays an assessment out as a PDF: PDF/A-2a and PDF/UA-1, the same bytes for the same input. */
public final class PdfReport {
  /** How many findings of a control the PDF shows; {@code findings.csv} has them all. */
  public static final int FINDINGS_SHOWN = 50;

  /** Running heads: size of the type, and room for some parts, in points. */
  private static final double SMALL = 7.5;

  private static final int HEADER = 311;
  private static final int CLASSIFICATION = 160;

  private PdfReport() {}

  /**
   * Renders a report.
   *
   * @param assessment with the first findings of each control
   * @param language {@code en} or {@code it}
   * @param target where the PDF goes, readable by its owner only
   * @return where it went: beside the target when that is held open by another program
   */
  public static Path render(Assessment assessment, String language, Path target) {
    Words words = new Words(language);
    byte[] pdf = pdf(assessment, words);
    return ResultFile.write(target, out -> out.write(pdf));
  }

  private static byte[] pdf(Assessment assessment, Words words) {
    Templates templates = new Templates();
    try {
      JasperPrint print =
          JasperFillManager.fillReport(
              templates.get("document"),
              parameters(assessment, words, templates),
              new JRBeanCollectionDataSource(content(assessment, words, templates)));
      ByteArrayOutputStream raw = new ByteArrayOutputStream();
      JRPdfExporter exporter = new JRPdfExporter();
      exporter.setExporterInput(new SimpleExporterInput(print));
      exporter.setExporterOutput(new SimpleOutputStreamExporterOutput(raw));
      exporter.setConfiguration(configuration(assessment, words));
      exporter.exportReport();
      return PdfFinish.finish(raw.toByteArray(), assessment, words);
    } catch (JRException e) {
      throw new IllegalStateException("the report cannot be laid out: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Block> content(Assessment assessment, Words words, Templates templates) {
    Content content = new Content(assessment, words, templates);
    new SummarySection(content).write();
    new FramingSections(content).write();
    new ResultsSections(content).write();
    new FindingsSection(content).write();
    new ActionsSection(content).write();
    new DeclarationsSection(content).write();
    EvidenceSections evidence = new EvidenceSections(content);
    evidence.subjects();
    new UnknownSection(content).write();
    evidence.register();
    new ClosingSections(content).write();
    return content.blocks();
  }

  private static Map<String, Object> parameters(
      Assessment assessment, Words words, Templates templates) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put(JRParameter.REPORT_LOCALE, words.locale());
    parameters.put("cover", new Cover(assessment, words, templates));
    parameters.put("headerLeft", words.say("title"));
    parameters.put("headerRight", running(assessment, words));
    parameters.put("footer", footer(assessment, words));
    parameters.put("pageOf", words.say("page-of"));
    return parameters;
  }

  /** Organisation and tenant, on one line; the cover has them in full. */
  private static String running(Assessment assessment, Words words) {
    String domain = " · " + words.stated(assessment.snapshot().initialDomain());
    double room = HEADER - Typeface.TEXT.width(domain, SMALL);
    String organisation = Visible.text(Cover.organisation(assessment, words));
    return Lines.single(organisation, Typeface.TEXT, SMALL, room) + domain;
  }

  private static String footer(Assessment assessment, Words words) {
    List<String> footer = new ArrayList<>();
    String classification = assessment.policy().engagement().classification();
    if (classification != null) {
      footer.add(Lines.single(Visible.text(classification), Typeface.TEXT, SMALL, CLASSIFICATION));
    }
    footer.add(Cover.number(assessment));
    String origin = assessment.snapshot().origin();
    if (origin.equals("SIMULATED") || origin.equals("HANDMADE")) {
      footer.add(words.say("watermark." + origin));
    }
    if (assessment.redacted()) {
      footer.add(words.say("watermark.redacted"));
    }
    return String.join(" · ", footer);
  }

  private static SimplePdfExporterConfiguration configuration(Assessment assessment, Words words) {
    SimplePdfExporterConfiguration configuration = new SimplePdfExporterConfiguration();
    configuration.setPdfaConformance(PdfaConformanceEnum.PDFA_2A);
    configuration.setIccProfilePath("reports/srgb.icc");
    configuration.setTagged(true);
    configuration.setTagLanguage(words.language());
    configuration.setDisplayMetadataTitle(true);
    configuration.setMetadataTitle(
        Visible.text(words.say("title") + " – " + Cover.organisation(assessment, words)));
    configuration.setMetadataAuthor("Sigillo " + assessment.toolVersion());
    configuration.setMetadataSubject(Cover.number(assessment));
    configuration.setMetadataCreator("Sigillo " + assessment.toolVersion());
    return configuration;
  }
}
