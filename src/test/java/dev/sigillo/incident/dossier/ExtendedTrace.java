package dev.sigillo.incident.dossier;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A made-up message trace as the admin centre's extended report lays it out; names invented. */
public final class ExtendedTrace {
  private static final String HEADER =
      "date_time_utc,source,event_id,message_id,network_message_id,recipient_address,"
          + "recipient_status,total_bytes,sender_address,directionality,custom_data\r\n";
  private static final List<String> DOMAINS = List.of("nord.example", "sud.example", "est.example");
  private static final Instant FIRST = Instant.parse("2026-11-17T07:15:00Z");

  private final StringBuilder rows = new StringBuilder(HEADER);
  private int count;

  /** Delivered to recipients outside. */
  public ExtendedTrace delivered(int many) {
    return add(many, "SEND", "250 2.0.0 OK");
  }

  /** Refused by SpamCop, from an address. */
  public ExtendedTrace listed(int many, String address) {
    return failed(
        many,
        "550 5.7.1 Service unavailable; Client host [%s] blocked using bl.spamcop.net"
            .formatted(address));
  }

  /** Refused with an answer, or with none. */
  public ExtendedTrace failed(int many, String answer) {
    return add(many, "FAIL", answer);
  }

  private ExtendedTrace add(int many, String event, String answer) {
    for (int i = 0; i < many; i++) {
      String recipient = "u%d@%s".formatted(count, DOMAINS.get(count % DOMAINS.size()));
      rows.append(FIRST.plusSeconds(900L * count))
          .append(",SMTP,%s,<x%d@esempio.it>,n%d,%s,".formatted(event, count, count, recipient))
          .append(answer.isEmpty() ? "" : "%s##%s".formatted(recipient, answer))
          .append(",100,anna.rossi@esempio.it,Originating,S:x=y\r\n");
      count++;
    }
    return this;
  }

  /** Writes it. */
  public Path to(Path file) throws IOException {
    return Files.writeString(file, rows);
  }
}
