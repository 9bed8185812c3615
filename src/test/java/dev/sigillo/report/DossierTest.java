package dev.sigillo.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.assessment.Assessment;
import dev.sigillo.incident.dossier.Counted;
import dev.sigillo.incident.dossier.DepartmentMail;
import dev.sigillo.incident.dossier.Failures;
import dev.sigillo.incident.dossier.Hour;
import dev.sigillo.incident.dossier.Incident;
import dev.sigillo.incident.dossier.MailReports;
import dev.sigillo.incident.dossier.MailReports.Voice;
import dev.sigillo.incident.dossier.Refused;
import dev.sigillo.incident.dossier.Sample;
import dev.sigillo.incident.dossier.Source;
import dev.sigillo.incident.dossier.Thresholds;
import dev.sigillo.incident.dossier.Trace;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierTest {
  /** A name that would be markup, a formula or a change of direction. */
  private static final String HOSTILE = "=cmd|'<b>&amp;\u202Egnp.exe\u0007{0}";

  private static final Instant START = Instant.parse("2026-11-17T07:00:00Z");

  @TempDir private static Path folder;
  private static Assessment assessment;

  @BeforeAll
  static void judge() {
    assessment = Judged.demo(folder.resolve("assessment.json"));
  }

  @ParameterizedTest
  @CsvSource({"en, 2a", "it, 2a", "en, ua1", "it, ua1"})
  void the_dossier_conforms_to_pdf_a_and_pdf_ua(String language, String flavour) throws Exception {
    Conformance.check(write(incident(), true, language).resolve("dossier.pdf"), flavour);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void a_dossier_of_nothing_but_failures_in_a_trace_is_laid_out_too(String language)
      throws Exception {
    Incident bare = new Incident(source(), null, trace(), null);
    Path made = write(bare, false, language);
    Conformance.check(made.resolve("dossier.pdf"), "2a");
    assertThat(text(made)).contains(Words.dossier(language).say("dossier.verdict.UNCLEAR"));
  }

  @Test
  void hostile_names_are_text_everywhere() throws IOException {
    Path made = write(incident(), true, "en");
    assertThat(Files.readString(made.resolve("kpi.csv")))
        .contains("\"'=cmd|")
        .doesNotContain("\u202E");
    assertThat(Files.readString(made.resolve("checklist.txt"))).doesNotContain("\u0007");
    assertThat(text(made).replaceAll("\\s+", "")).contains("<b>&amp;");
  }

  @Test
  void every_address_domain_and_unknown_is_told() throws IOException {
    String text = text(write(incident(), true, "en")).replaceAll("\\s+", "");
    assertThat(text)
        .contains("40.107.20.45", "40.107.20.0/24", "sharedpool", "d0.example", "SpamCop")
        .contains("Whosemailcausedthelisting", "2of14originalmessages", "anna@esempio.it")
        .contains("900recipientson2026-11-17;usualwouldbe60", "removedonpurpose")
        .contains("96.6%(8700/9000)SPF", "theinventory", "asignaturealone", "!nobody")
        .contains("MTA-STS703", "certificate-expired");
  }

  @Test
  void a_department_of_few_people_is_not_named_when_nobody_is() throws IOException {
    Names nobody = new Names(name -> "person-x", text -> text.replace("anna@", "person-x@"), true);
    Path redacted = write(incident(), false, "en", nobody);
    assertThat(Files.readString(redacted.resolve("kpi.csv")))
        .contains("\"forwardedByDepartment\",\"Vendite\",\"\",\"44\",\"\",\"4\"")
        .contains("\"forwardedSmallDepartments\",\"\",\"\",\"12\"")
        .doesNotContain("Direzione");
    assertThat(text(redacted))
        .contains("Vendite", "small departments", "person-x@posta.example")
        .doesNotContain("Direzione", "anna@");
    Path named = write(incident(), true, "en");
    assertThat(Files.readString(named.resolve("kpi.csv")))
        .contains("\"forwardedByDepartment\",\"Direzione\"", "\"forwardedDepartmentNotStated\"");
    assertThat(text(named)).contains("Direzione", "not stated in the directory");
  }

  @Test
  void sources_are_not_said_to_be_undeclared_where_nothing_was_declared() throws IOException {
    Incident all = incident();
    MailReports m = mailReports();
    MailReports bare =
        new MailReports(m.records(), m.from(), m.to(), m.domains(), false, m.tls(), false);
    Path made = write(new Incident(source(), all.failures(), all.trace(), bare), false, "en");
    assertThat(text(made))
        .contains("Sources that nothing speaks for", "mailing lists that change mail")
        .doesNotContain("Senders that nobody declared");
    assertThat(text(write(all, true, "en")))
        .contains("Senders that nobody declared", "mailing lists that change mail");
  }

  @Test
  void reports_that_tell_no_failure_were_read_all_the_same() throws IOException {
    Incident all = incident();
    List<Counted> untold = List.of(new Counted("untold", 7, 0));
    Failures traced =
        new Failures(
            7, 7, 0, START, START, List.of(), List.of(), List.of(), List.of(), untold, List.of(), 0,
            List.of(), false, true);
    Incident incident = new Incident(source(), traced, all.trace(), null);
    Path made = write(incident, true, "en");
    assertThat(Files.readString(made.resolve("checklist.txt")))
        .contains("read so far: 200 recipients");
    assertThat(text(made).replaceAll("\\s+", " "))
        .contains("no delivery report that tells of a failure was read")
        .doesNotContain("no delivery report was read");
  }

  @ParameterizedTest
  @CsvSource({
    "'', assessment’s policy (ALERTS-12",
    "ALERTS-12 minDays, catalogue’s defaults: ALERTS-12 minDays.",
    "a;b;c;d, They are the catalogue’s defaults"
  })
  void thresholds_say_where_each_of_them_is_from(String defaults, String said) throws IOException {
    List<String> named = defaults.isEmpty() ? List.of() : List.of(defaults.split(";"));
    Trace t = trace();
    Trace with =
        new Trace(
            t.rows(),
            t.answered(),
            t.failed(),
            t.onlyFailures(),
            t.domains(),
            t.spikes(),
            t.forwarded(),
            t.departments(),
            t.days(),
            t.own(),
            new Thresholds(5, 100, 8, 20, named),
            t.incomplete());
    Path made = write(new Incident(source(), null, with, null), false, "en");
    assertThat(text(made).replaceAll("\\s+", " ")).contains(said);
  }

  @Test
  void many_hours_become_days() {
    List<Hour> hours =
        IntStream.range(0, 400)
            .mapToObj(i -> new Hour(START.plusSeconds(3_600L * i), 1, i % 2))
            .toList();
    assertThat(DossierCharts.step(hours)).isEqualTo(24);
    assertThat(DossierCharts.bars(hours))
        .hasSize(17)
        .first()
        .satisfies(bar -> assertThat(bar.name()).isEqualTo("2026-11-17"));
    assertThat(DossierCharts.bars(hours).stream().mapToLong(DossierCharts.Bar::failed).sum())
        .isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "it"})
  void every_reason_has_room_beside_its_bar(String language) throws IOException {
    Properties words = words(language);
    for (String key : words.stringPropertyNames()) {
      if (key.startsWith("dossier.reason.")) {
        String reason = words.getProperty(key);
        assertThat(Lines.single(reason, Typeface.TEXT, 8.5, 168)).isEqualTo(reason);
      }
    }
  }

  @Test
  void both_languages_have_the_same_words_and_fill_in_the_same_values() throws IOException {
    Properties english = words("en");
    Properties italian = words("it");
    assertThat(italian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(italian.getProperty(key)).as(key).doesNotContain("'");
      assertThat(english.getProperty(key)).as(key).doesNotContain("'");
      assertThat(values(italian.getProperty(key)))
          .as(key)
          .isEqualTo(values(english.getProperty(key)));
    }
  }

  private static int values(String text) {
    return new MessageFormat(text, Locale.ROOT).getFormatsByArgumentIndex().length;
  }

  private static Properties words(String language) throws IOException {
    Properties words = new Properties();
    try (Reader in =
        Files.newBufferedReader(Path.of("reports/dossier_" + language + ".properties"))) {
      words.load(in);
    }
    return words;
  }

  private static Path write(Incident incident, boolean assessed, String language) {
    return write(incident, assessed, language, Names.PLAIN);
  }

  private static Path write(Incident incident, boolean assessed, String language, Names names) {
    Path to = folder.resolve(language + assessed + names.redacted());
    new Dossier(
            incident,
            assessed ? assessment : null,
            new Dossier.Originals(
                Map.of("ab".repeat(32), "ndr/001.eml", "cd".repeat(32), "ndr/002.eml"),
                List.of("box.mbox#3"),
                14),
            names,
            "Sigillo test")
        .write(to, language);
    return to;
  }

  private static Incident incident() {
    List<Counted> domains =
        IntStream.range(0, 14).mapToObj(i -> new Counted("d" + i + ".example", 20 - i, 9)).toList();
    Sample sample =
        new Sample(
            START,
            "anna@esempio.it",
            HOSTILE + "@d0.example",
            "5.7.1",
            "blocked",
            "40.107.20.45",
            "SpamCop",
            "554 5.7.1 " + HOSTILE,
            "m@esempio.it",
            "1.eml",
            "ab".repeat(32),
            false);
    Failures failures =
        new Failures(
            200,
            190,
            126,
            START,
            START.plusSeconds(90_000),
            List.of(new Hour(START, 100, 80), new Hour(START.plusSeconds(90_000), 90, 46)),
            domains,
            List.of(
                new Refused("40.107.20.45", "40.107.20.0/24", true, 120, List.of("SpamCop")),
                new Refused("198.51.100.7", "198.51.100.0/24", false, 6, List.of())),
            List.of(new Counted("SpamCop", 120, 120)),
            List.of(new Counted("blocked", 126, 126), new Counted("unknownUser", 64, 0)),
            List.of(new Counted(HOSTILE, 150, 100), new Counted("anna@esempio.it", 40, 26)),
            3,
            List.of(sample),
            false,
            false);
    return new Incident(source(), failures, trace(), mailReports());
  }

  private static List<DepartmentMail> departments() {
    Map<LocalDate, Long> days = Map.of(LocalDate.of(2026, 11, 17), 4L);
    return List.of(
        new DepartmentMail(DepartmentMail.Standing.NAMED, "Vendite", 12, 3, 44, days),
        new DepartmentMail(DepartmentMail.Standing.NAMED, "Direzione", 1, 1, 12, days),
        new DepartmentMail(DepartmentMail.Standing.NOT_STATED, "", 7, 1, 5, days),
        new DepartmentMail(DepartmentMail.Standing.NO_MAILBOX, "", 0, 1, 3, days));
  }

  private static MailReports mailReports() {
    return new MailReports(
        321,
        START,
        START.plusSeconds(864_000),
        List.of(
            new MailReports.Domain(
                "esempio.it",
                10_634,
                "81.8 % (8700/10634)",
                List.of(
                    source("esempio.it", "40.107.20.0/24", "96.6 % (8700/9000)", Voice.SPF),
                    source("esempio.it", "203.0.113.0/24", "0 % (0/400)", Voice.INVENTORY),
                    source("esempio.it", "198.51.100.0/24", "0 % (0/1234)", Voice.NOBODY))),
            new MailReports.Domain(
                HOSTILE,
                7,
                "100 % (7/7)",
                List.of(
                    source("anna@posta.example", "192.0.2.0/24", "0 % (0/3)", Voice.NOBODY),
                    source(HOSTILE, "2001:db8:1::/48", "100 % (7/7)", Voice.SIGNATURE)))),
        true,
        List.of(
            new MailReports.TlsSessions(
                "esempio.it", "sts", 700, 3, List.of("certificate-expired", "validation-failure"))),
        false);
  }

  private static MailReports.Source source(
      String domain, String network, String rate, Voice voice) {
    return new MailReports.Source(domain, network, 9_000, 8_700, rate, voice);
  }

  private static Trace trace() {
    return new Trace(
        5_000,
        4_800,
        190,
        false,
        List.of(
            new Trace.Domain("d0.example", 20, 50, "40 % (20/50) 2026-11-17T07:00:00Z", List.of())),
        List.of(new Trace.Spike("anna@esempio.it", LocalDate.of(2026, 11, 17), 900, 60)),
        List.of(new Trace.Forwarded("paolo@esempio.it", List.of("x@posta.example"), 12, 4)),
        departments(),
        10,
        true,
        new Thresholds(5, 100, 8, 20, List.of()),
        false);
  }

  private static Source source() {
    return new Source(
        "ab".repeat(32),
        null,
        null,
        null,
        "IMPORTED",
        START.plusSeconds(100_000),
        List.of(
            new Source.File("incident/ndr", "COMPLETE", 200, "cd".repeat(32)),
            new Source.File("incident/messageTrace", "PURGED", 0, null)));
  }

  private static String text(Path made) throws IOException {
    try (PDDocument document = Loader.loadPDF(made.resolve("dossier.pdf").toFile())) {
      return new PDFTextStripper().getText(document);
    }
  }
}
