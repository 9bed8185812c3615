package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    return new PdfDocument(
            words.say("title") + " – " + Cover.organisation(assessment, words),
            Cover.number(assessment),
            "Sigillo " + assessment.toolVersion(),
            words.say("title"),
            running(assessment, words),
            footer(assessment, words),
            assessment.asOf(),
            List.of(assessment.snapshot().digest(), assessment.resultsDigest()))
        .bytes(
            new Cover(assessment, words, templates),
            content(assessment, words, templates),
            words,
            templates);
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
}
