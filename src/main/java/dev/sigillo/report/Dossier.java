package dev.sigillo.report;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.Suspect;
import dev.sigillo.incident.dossier.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An incident's dossier: a folder with a PDF, the request to Microsoft in both languages, a note to
 * users, a checklist, tables and a manifest. The same input gives the same bytes.
 *
 * @param incident what was read
 * @param assessment how the tenant is protected; null when none was given
 * @param originals messages that were found again
 * @param names how people are named
 * @param tool what makes it, such as {@code Sigillo 1.0}
 */
public record Dossier(
    Incident incident,
    @Nullable Assessment assessment,
    Originals originals,
    Names names,
    String tool) {

  /** Original messages that a dossier holds at most. */
  public static final int MOST_ORIGINALS = 200;

  /**
   * Messages that were found again.
   *
   * @param files their names in the folder {@code ndr}, by digest
   * @param missing where the others were read
   * @param all messages with a failure in the snapshot
   */
  public record Originals(Map<String, String> files, List<String> missing, long all) {
    public Originals {
      files = Map.copyOf(files);
      missing = List.copyOf(missing);
    }
  }

  /**
   * Writes everything but the original messages and {@code message-ids.csv}, which are there
   * already; the manifest last.
   *
   * @param folder a folder of its own
   * @param language {@code en} or {@code it}
   */
  public void write(Path folder, String language) {
    Words words = Words.dossier(language);
    text(folder.resolve("ticket-en.txt"), texts("en").ticket());
    text(folder.resolve("ticket-it.txt"), texts("it").ticket());
    text(folder.resolve("note-to-users.txt"), notes(words).note());
    text(folder.resolve("checklist.txt"), notes(words).checklist());
    DossierTables.kpi(this, folder.resolve("kpi.csv"), language);
    byte[] pdf = pdf(words);
    ResultFile.write(folder.resolve("dossier.pdf"), out -> out.write(pdf));
    manifest(folder);
  }

  /** What the evidence comes to. */
  public Verdict.Kind verdict() {
    return verdict(Words.dossier("en")).kind();
  }

  Verdict verdict(Words words) {
    return Verdict.of(incident, new Hardening(assessment, words).suspects(), assessment != null);
  }

  private DossierTexts texts(String language) {
    Words words = Words.dossier(language);
    return new DossierTexts(this, verdict(words), words);
  }

  private DossierNotes notes(Words words) {
    return new DossierNotes(this, verdict(words), words);
  }

  private byte[] pdf(Words words) {
    Templates templates = new Templates();
    Verdict verdict = verdict(words);
    Content content = new Content(assessment, java.time.ZoneOffset.UTC, words, templates);
    new DossierSections(this, verdict, content).write();
    String results = assessment == null ? incident.source().digest() : assessment.resultsDigest();
    return new PdfDocument(
            words.say("dossier.title") + " – " + DossierCover.organisation(this, words),
            number(),
            tool,
            words.say("dossier.title"),
            Lines.single(
                Visible.text(DossierCover.organisation(this, words)), Typeface.TEXT, 7.5, 311),
            footer(words),
            incident.source().end(),
            List.of(incident.source().digest(), results))
        .bytes(
            new DossierCover(this, verdict, words, templates), content.blocks(), words, templates);
  }

  private String footer(Words words) {
    String origin = incident.source().origin();
    String marks = "";
    if (origin.equals("SIMULATED") || origin.equals("HANDMADE")) {
      marks += " · " + words.say("watermark." + origin);
    }
    return number() + marks + (names.redacted() ? " · " + words.say("watermark.redacted") : "");
  }

  /** As the snapshot has it, else the assessment. */
  @Nullable String tenantId() {
    String own = incident.source().tenantId();
    return own == null && assessment != null ? assessment.snapshot().tenantId() : own;
  }

  /** As the snapshot has it, else the assessment. */
  @Nullable String initialDomain() {
    String own = incident.source().initialDomain();
    return own == null && assessment != null ? assessment.snapshot().initialDomain() : own;
  }

  /** An assessment's suspects are named as it names them, by pseudonyms when it is redacted. */
  String who(Suspect suspect) {
    return suspect.assessed() ? suspect.who() : names.whole().apply(suspect.who());
  }

  /** A document number made of the digests. */
  String number() {
    return "SIG-I-"
        + incident.source().digest().substring(0, 8)
        + (assessment == null ? "" : "-" + assessment.resultsDigest().substring(0, 8));
  }

  /** Lines end as Windows ends them: the texts are pasted there. */
  private static void text(Path target, List<String> lines) {
    String text = "\uFEFF" + String.join("\r\n", lines) + "\r\n";
    ResultFile.write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
  }

  private void manifest(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      DossierManifest.write(this, folder, all.filter(Files::isRegularFile).sorted().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(folder + ": cannot be read", e);
    }
  }
}
