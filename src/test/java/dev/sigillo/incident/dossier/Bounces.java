package dev.sigillo.incident.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Made-up delivery reports in a folder, as Exchange Online lays them out; all names invented. */
public final class Bounces {
  private static final List<String> DOMAINS =
      List.of("nord.example", "sud.example", "est.example", "ovest.example", "centro.example");
  private static final List<String> SENDERS =
      List.of("anna.rossi", "marco.bellini", "paolo.greco", "elena.fontana");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Instant FIRST = Instant.parse("2026-11-17T07:15:00Z");

  private final Path folder;
  private int count;

  public Bounces(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Refused by SpamCop, from an address. */
  public Bounces listed(int many, String address) throws IOException {
    return add(
        many,
        "5.7.1",
        "554 5.7.1 Service unavailable; Client host [%s] blocked using bl.spamcop.net"
            .formatted(address));
  }

  /** Refused for a recipient that does not exist. */
  public Bounces unknownUser(int many) throws IOException {
    return add(many, "5.1.1", "550 5.1.1 User unknown");
  }

  private Bounces add(int many, String status, String answer) throws IOException {
    for (int i = 0; i < many; i++) {
      String domain = DOMAINS.get(count % DOMAINS.size());
      String sender = SENDERS.get(count % SENDERS.size());
      String date = DATE.format(FIRST.plusSeconds(1_700L * count));
      Files.writeString(
          folder.resolve(String.format(Locale.ROOT, "%03d.eml", count)),
          """
          From: postmaster@esempio.it
          To: %1$s@esempio.it
          Subject: Undeliverable
          Date: %2$s
          Message-ID: <ndr%3$d@esempio.it>
          MIME-Version: 1.0
          Content-Type: multipart/report; report-type=delivery-status; boundary=b

          --b
          Content-Type: text/plain

          Delivery has failed.

          --b
          Content-Type: message/delivery-status

          Reporting-MTA: dns;mail.prod.outlook.example
          Arrival-Date: %2$s

          Final-Recipient: rfc822;ufficio.acquisti@%4$s
          Action: failed
          Status: %5$s
          Diagnostic-Code: smtp;%6$s
          Remote-MTA: dns;mx.%4$s
          Last-Attempt-Date: %2$s

          --b
          Content-Type: message/rfc822

          From: %1$s@esempio.it
          To: ufficio.acquisti@%4$s
          Message-ID: <message%3$d@prod.outlook.example>
          Subject: Riservato
          Date: %2$s

          Testo
          --b--
          """
              .formatted(sender, date, count, domain, status, answer));
      count++;
    }
    return this;
  }

  /** A trace of so many days with as many messages of each sender a day; none failed. */
  public static void trace(Path file, int days, int perDay) throws IOException {
    StringBuilder csv =
        new StringBuilder("Received,SenderAddress,RecipientAddress,Status,MessageId\n");
    for (int day = 0; day < days; day++) {
      for (int i = 0; i < perDay; i++) {
        csv.append("2026-11-%02dT10:%02d:00Z,".formatted(8 + day, i % 60))
            .append(SENDERS.get(i % SENDERS.size()))
            .append("@esempio.it,u")
            .append(i)
            .append("@nord.example,Delivered,<t%d-%d@esempio.it>\n".formatted(day, i));
      }
    }
    Files.writeString(file, csv);
  }
}
