package dev.sigillo.incident.ndr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The 333 messages, beside what a peer reads in them; the README there says why they differ. */
class NdrCorpusTest {
  private static final Path FOLDER = Path.of("src/test/resources/ndr");

  private static final Map<String, Reason> CLASSES =
      Map.ofEntries(
          Map.entry("blocked", Reason.BLOCKED),
          Map.entry("badreputation", Reason.BLOCKED),
          Map.entry("requireptr", Reason.BLOCKED),
          Map.entry("policyviolation", Reason.POLICY),
          Map.entry("authfailure", Reason.POLICY),
          Map.entry("securityerror", Reason.POLICY),
          Map.entry("norelaying", Reason.POLICY),
          Map.entry("rejected", Reason.POLICY),
          Map.entry("notcompliantrfc", Reason.CONTENT),
          Map.entry("userunknown", Reason.UNKNOWN_USER),
          Map.entry("filtered", Reason.UNKNOWN_USER),
          Map.entry("hasmoved", Reason.UNKNOWN_USER),
          Map.entry("suspend", Reason.UNKNOWN_USER),
          Map.entry("hostunknown", Reason.NETWORK),
          Map.entry("networkerror", Reason.NETWORK),
          Map.entry("expired", Reason.NETWORK),
          Map.entry("notaccept", Reason.NETWORK),
          Map.entry("mailboxfull", Reason.MAILBOX_FULL),
          Map.entry("spamdetected", Reason.CONTENT),
          Map.entry("virusdetected", Reason.CONTENT),
          Map.entry("contenterror", Reason.CONTENT),
          Map.entry("mesgtoobig", Reason.CONTENT),
          Map.entry("exceedlimit", Reason.CONTENT),
          Map.entry("speeding", Reason.RATE),
          Map.entry("toomanyconn", Reason.RATE));

  private record Peer(String file, String reason, String status, String recipient) {
    Reason asOurs() {
      return CLASSES.getOrDefault(reason, Reason.OTHER);
    }

    boolean isReport() {
      return !List.of("NONE", "feedback", "delivered", "reason").contains(reason);
    }

    boolean inventedStatus() {
      return status.startsWith("5.0.9") || status.startsWith("4.0.9");
    }
  }

  @Test
  void every_message_is_read() {
    Collected read = Collected.from(FOLDER.resolve("messages"));
    assertThat(read.refused()).isEmpty();
    assertThat(read.tally().messages()).isEqualTo(333);
  }

  @Test
  void a_complaint_and_an_absence_notice_are_no_delivery_reports() {
    Collected read = Collected.from(FOLDER.resolve("messages"));
    assertThat(read.bounces())
        .extracting(bounce -> name(bounce.file()))
        .noneMatch(file -> file.startsWith("arf-") || file.startsWith("rfc3834-"));
    assertThat(read.tally().complaints()).isEqualTo(8);
  }

  @Test
  void a_notification_in_json_is_read_and_its_subject_is_not() {
    List<Bounce> bounces =
        Collected.from(FOLDER.resolve("messages")).bounces().stream()
            .filter(bounce -> name(bounce.file()).matches("lhost-amazonses-(09|11|13)\\.eml"))
            .toList();

    assertThat(bounces)
        .extracting(
            Bounce::recipient,
            Bounce::action,
            Bounce::status,
            Bounce::diagnosticCode,
            Bounce::reason)
        .containsExactlyInAnyOrder(
            tuple(
                "bounce@simulator.amazonses.com",
                "failed",
                "5.1.1",
                "550 5.1.1 user unknown",
                Reason.UNKNOWN_USER),
            tuple(
                "complaint@simulator.amazonses.com",
                "delivered",
                "2.6.0",
                "250 2.6.0 Message received",
                null));
    assertThat(bounces.toString()).doesNotContain("Nyaan");
  }

  @Test
  void readings_agree_with_a_peer_as_far_as_written_down() throws IOException {
    Map<String, List<Bounce>> ours =
        Collected.from(FOLDER.resolve("messages")).bounces().stream()
            .collect(Collectors.groupingBy(bounce -> name(bounce.file())));
    int recipients = 0;
    int statuses = 0;
    int compared = 0;
    int reasons = 0;
    List<Peer> peers = peers().stream().filter(Peer::isReport).toList();
    for (Peer peer : peers) {
      List<Bounce> same =
          ours.getOrDefault(peer.file(), List.of()).stream()
              .filter(bounce -> peer.recipient().equalsIgnoreCase(bounce.recipient()))
              .toList();
      if (same.isEmpty()) {
        continue;
      }
      recipients++;
      if (!peer.inventedStatus()) {
        compared++;
        statuses += same.stream().anyMatch(b -> peer.status().equals(b.status())) ? 1 : 0;
      }
      reasons += same.stream().anyMatch(b -> peer.asOurs() == b.reason()) ? 1 : 0;
    }
    String seen =
        "recipients %d of %d, statuses %d of %d, reasons %d of %d"
            .formatted(recipients, peers.size(), statuses, compared, reasons, recipients);
    assertThat(recipients * 100.0 / peers.size()).as(seen).isGreaterThan(97.0);
    assertThat(statuses * 100.0 / compared).as(seen).isGreaterThan(96.0);
    assertThat(reasons * 100.0 / recipients).as(seen).isGreaterThan(82.0);
  }

  private static List<Peer> peers() throws IOException {
    List<Peer> peers = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("sisimai-output.tsv"))) {
      String[] cells = line.split("\t", -1);
      if (cells.length > 6 && !cells[6].isEmpty()) {
        peers.add(new Peer(cells[0], cells[1], cells[2], cells[6]));
      }
    }
    return peers.subList(1, peers.size());
  }

  private static String name(String file) {
    return String.valueOf(Path.of(file).getFileName());
  }
}
