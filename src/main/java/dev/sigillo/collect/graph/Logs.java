package dev.sigillo.collect.graph;

import com.microsoft.kiota.RequestInformation;
import dev.sigillo.snapshot.DatasetEntry.LogWindow;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Logs of what people did: sign-ins with old protocols, and messages that failed. */
final class Logs {
  /** Values of {@code clientAppUsed} that are no modern client, as Graph writes them. */
  static final List<String> OLD_CLIENTS =
      List.of(
          "Authenticated SMTP",
          "SMTP",
          "IMAP4",
          "IMAP",
          "POP3",
          "POP",
          "Exchange ActiveSync",
          "Exchange Web Services",
          "Exchange Online PowerShell",
          "MAPI Over HTTP",
          "MAPI",
          "AutoDiscover",
          "Offline Address Book",
          "Outlook Anywhere (RPC over HTTP)",
          "Reporting Web Services",
          "Other clients");

  /** What Entra ID keeps of sign-ins where it keeps them longest. */
  private static final Duration SIGN_INS_KEPT = Duration.ofDays(30);

  /** What message trace keeps, and how much of it one question may ask for. */
  private static final Duration TRACES_KEPT = Duration.ofDays(90);

  private static final Duration TRACES_AT_ONCE = Duration.ofDays(10);
  private static final int SIGN_INS_A_PAGE = 1_000;
  private static final int TRACES_A_PAGE = 5_000;

  private Logs() {}

  /** Sign-ins: one list per client, because Graph does not promise to understand an "or". */
  static Listing signIns(GraphClient graph, GraphOptions options) {
    List<Listing.Part> parts = new ArrayList<>();
    for (String client : OLD_CLIENTS) {
      parts.add(
          Listing.Part.log(
              to -> signIns(graph, second(to).minus(options.logs()), second(to), client)));
    }
    return new Listing(
        graph,
        Family.REPORTS,
        options.now(),
        parts,
        to -> window(second(to), options.logs(), SIGN_INS_KEPT));
  }

  /** Traces of messages that failed, ten days a list. */
  static Listing traces(GraphClient graph, GraphOptions options) {
    Duration back = options.traces().compareTo(TRACES_KEPT) > 0 ? TRACES_KEPT : options.traces();
    List<Listing.Part> parts = new ArrayList<>();
    Duration from = back;
    while (!from.isZero()) {
      Duration start = from;
      Duration end =
          from.compareTo(TRACES_AT_ONCE) > 0 ? from.minus(TRACES_AT_ONCE) : Duration.ZERO;
      parts.add(
          Listing.Part.log(to -> traces(graph, second(to).minus(start), second(to).minus(end))));
      from = end;
    }
    return new Listing(
        graph,
        Family.TRACES,
        options.now(),
        parts,
        to -> window(second(to), options.traces(), TRACES_KEPT));
  }

  private static LogWindow window(Instant to, Duration asked, Duration kept) {
    Duration served = asked.compareTo(kept) > 0 ? kept : asked;
    return new LogWindow(to.minus(asked), to, to.minus(served), to);
  }

  private static Instant second(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS);
  }

  private static RequestInformation signIns(
      GraphClient graph, Instant from, Instant to, String client) {
    return graph
        .sdk()
        .auditLogs()
        .signIns()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.filter =
                  "createdDateTime ge %s and createdDateTime le %s and clientAppUsed eq '%s'"
                      .formatted(from, to, client);
              c.queryParameters.top = SIGN_INS_A_PAGE;
            });
  }

  private static RequestInformation traces(GraphClient graph, Instant from, Instant to) {
    return graph
        .sdk()
        .admin()
        .exchange()
        .tracing()
        .messageTraces()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.filter =
                  "receivedDateTime ge %s and receivedDateTime le %s and status eq 'failed'"
                      .formatted(from, to);
              c.queryParameters.top = TRACES_A_PAGE;
            });
  }
}
