package dev.sigillo.incident.ndr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sigillo.incident.files.Budget;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMailTest {
  private static final String HEAD =
      "From: postmaster@example.com\nSubject: Undeliverable\nX-Failed-Recipients: a@example.com\n";
  private static final String REPORT =
      HEAD + "\n<a@example.com>:\n550 5.1.1 <a@example.com>: User unknown\n";

  @TempDir private Path folder;

  @Test
  void parts_in_parts_a_thousand_deep_are_refused() throws IOException {
    StringBuilder mail = new StringBuilder(HEAD);
    for (int i = 0; i < 1_000; i++) {
      mail.append("Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n".formatted(i, i));
    }
    assertThat(refusal(mail.toString()))
        .endsWith("holds parts in parts more than 50 deep, which no delivery report has.");
  }

  @Test
  void messages_in_messages_a_thousand_deep_are_refused() throws IOException {
    assertThat(refusal((HEAD + "Content-Type: message/rfc822\n\n").repeat(1_000)))
        .contains("more than 50 deep");
  }

  @Test
  void more_parts_than_any_message_has_are_refused() throws IOException {
    String mail =
        HEAD + "Content-Type: multipart/mixed; boundary=b\n\n" + "--b\n\n\n".repeat(20_000);
    assertThat(refusal(mail)).contains("has more than 10,000 parts");
  }

  @Test
  void a_report_before_two_gigabytes_is_read_and_the_rest_is_not() throws IOException {
    Path file = large(HEAD + mixed("<a@example.com>:\n550 5.1.1 User unknown\n"));
    assertThat(Collected.from(file).bounces())
        .singleElement()
        .satisfies(
            bounce -> {
              assertThat(bounce.status()).isEqualTo("5.1.1");
              assertThat(bounce.sha256()).as("of a message that is not read to its end").isNull();
            });
  }

  @Test
  void a_report_with_a_long_text_that_is_not_kept_has_the_digest_of_all_of_it() throws Exception {
    String mail = HEAD + mixed("<a@example.com>:\n550 5.1.1 User unknown\n") + "x".repeat(20 << 20);
    Path file = Files.writeString(folder.resolve("long.eml"), mail);
    byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(mail.getBytes(US_ASCII));
    assertThat(Collected.from(file).bounces())
        .extracting(Bounce::sha256)
        .containsExactly(HexFormat.of().formatHex(sha256));
  }

  @Test
  void two_gigabytes_without_a_report_are_refused() throws IOException {
    Collected read =
        Collected.from(large("From: ann@example.com\nSubject: Photos\n" + mixed("See\n")));
    assertThat(read.refused())
        .singleElement()
        .asString()
        .contains("has no delivery report in its first 32 MiB");
  }

  @Test
  void a_zip_may_unpack_to_so_much_only() throws IOException {
    Budget budget = new Budget(1_000);
    budget.of(new ByteArrayInputStream(new byte[900])).transferTo(OutputStream.nullOutputStream());
    assertThatThrownBy(
            () ->
                budget
                    .of(new ByteArrayInputStream(new byte[200]))
                    .transferTo(OutputStream.nullOutputStream()))
        .hasMessage("unpacks to more than 1,000 bytes");
  }

  @Test
  void what_in_a_zip_is_no_mail_is_refused_and_the_rest_is_read() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "zeros.eml", new byte[64 << 20]);
      entry(out, "inner.zip", "PK\u0003\u0004".getBytes(ISO_8859_1));
      entry(out, "../../b.eml", REPORT.getBytes(US_ASCII));
    }
    Collected read = Collected.from(zip);
    assertThat(read.bounces())
        .singleElement()
        .extracting(Bounce::file)
        .asString()
        .endsWith("b.eml");
    assertThat(read.refused()).hasSize(2).anyMatch(s -> s.contains("ZIP in a ZIP"));
  }

  @Test
  void a_zip_that_ends_early_is_refused_after_what_it_gave() throws IOException {
    Path zip = folder.resolve("a.zip");
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
      entry(out, "a.eml", REPORT.getBytes(US_ASCII));
      entry(out, "b.eml", REPORT.repeat(100).getBytes(US_ASCII));
    }
    byte[] bytes = Files.readAllBytes(zip);
    Files.write(zip, Arrays.copyOf(bytes, bytes.length - 200));
    Collected read = Collected.from(zip);
    assertThat(read.bounces()).isNotEmpty();
    assertThat(read.refused()).singleElement().asString().contains("cannot be read");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "@",
        "a@",
        "1.",
        "[",
        "host ",
        "550 ",
        "5.1.1 ",
        "<a@b.c> ",
        "a.",
        "user ",
        "blocked ",
        "::",
        "\n ",
        "a@b.c\n",
        "mailbox ",
        "too many ",
        "[1.2.3.4] ",
        "not ",
        "from "
      })
  void no_text_takes_long_to_search(String piece) throws IOException {
    String mail = HEAD + "\n<a@example.com>:\n550 " + piece.repeat(2_000_000 / piece.length());
    Path file = Files.writeString(folder.resolve("a.eml"), mail);
    assertTimeoutPreemptively(Duration.ofSeconds(30), () -> Collected.from(file));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "utf-7", "x-unknown\"", "", "iso-2022-jp", "utf-16"})
  void a_broken_charset_hides_no_report(String charset) throws IOException {
    String mail =
        HEAD.replace("Subject", "Content-Type: text/plain; charset=" + charset + "\nSubject")
            + "\n\u00e9\u00ff <a@example.com>:\n550 5.1.1 User unknown \u00e8\n";
    Files.write(folder.resolve("a.eml"), mail.getBytes(ISO_8859_1));
    assertThat(Collected.from(folder).bounces())
        .singleElement()
        .extracting(Bounce::recipient)
        .isEqualTo("a@example.com");
  }

  @Test
  void forged_fields_are_text_and_nothing_more() throws IOException {
    String status =
        """
        Final-Recipient: rfc822;a@example.com
        Action: failed\033[31m; rm -rf
        Status: 5.1.1
        Diagnostic-Code: smtp;550 \033]0;x\007 User
        \tunknown
        """;
    String mail =
        HEAD + "Content-Type: message/delivery-status\n\nReporting-MTA: dns;x\n\n" + status;
    Bounce bounce =
        Collected.from(Files.writeString(folder.resolve("a.eml"), mail)).bounces().get(0);
    assertThat(bounce.action()).isEqualTo("failed");
    assertThat(bounce.diagnosticCode()).doesNotContain("\u001b", "\n", "\u0007");
  }

  @Test
  void files_that_are_no_mail_are_named() throws IOException {
    Files.write(folder.resolve("a.eml"), new byte[0]);
    Files.write(folder.resolve("b.msg"), "\u00d0\u00cf\u0011\u00e0rest".getBytes(ISO_8859_1));
    Files.writeString(folder.resolve("c.eml"), REPORT);
    Collected read = Collected.from(folder);
    assertThat(read.bounces()).hasSize(1);
    assertThat(read.refused())
        .satisfiesExactly(
            s -> assertThat(s).endsWith("a.eml is empty."),
            s -> assertThat(s).contains("b.msg is an Outlook item; save it as .eml"));
  }

  @Test
  void an_mbox_and_a_maildir_give_their_messages() throws IOException {
    String from = "From MAILER-DAEMON Tue Nov 24 10:00:00 2026\n";
    Files.writeString(
        folder.resolve("box"), from + REPORT + "\n" + from + REPORT + "\n>From the start\n\n");
    for (String part : new String[] {"cur", "new", "tmp"}) {
      Path sub = Files.createDirectories(folder.resolve("Maildir").resolve(part));
      Files.writeString(sub.resolve("1.M2.host:2,S"), REPORT);
    }
    Collected read = Collected.from(folder);
    assertThat(read.refused()).isEmpty();
    assertThat(read.bounces())
        .extracting(b -> folder.relativize(Path.of(b.file())).toString().replace('\\', '/'))
        .containsExactly(
            "Maildir/cur/1.M2.host:2,S", "Maildir/new/1.M2.host:2,S", "box#1", "box#2");
  }

  private static String mixed(String text) {
    return "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n"
        + text
        + "\n--b\nContent-Type: application/octet-stream\n\n";
  }

  /** Two gigabytes that take no place on the disk. */
  private Path large(String start) throws IOException {
    Path file = folder.resolve("large.eml");
    Files.writeString(file, start);
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      out.setLength(2L << 30);
    }
    return file;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(bytes);
    zip.closeEntry();
  }

  private String refusal(String mail) throws IOException {
    Path file = Files.writeString(folder.resolve("a.eml"), mail);
    return Collected.from(file).refused().get(0);
  }
}
