package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.MessageTrace;
import dev.sigillo.snapshot.RowReader;
import dev.sigillo.snapshot.RowRef;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who traces messages where Graph does not. */
class MessageTracesTest {
  private static final String NO_SERVICE =
      "faults:\n- {where: 'graph:admin/exchange/tracing/*', kind: forbidden, rate: 1}\n";

  @TempDir private Path folder;

  @Test
  void exchange_traces_what_graph_does_not() throws IOException {
    Path byGraph = collect("graph", "");
    Path byExchange = collect("exchange", NO_SERVICE);

    assertThat(traces(byExchange)).hasSize(5).isEqualTo(traces(byGraph));
    DatasetEntry graph = entry(byGraph, Dataset.MESSAGE_TRACE);
    DatasetEntry exchange = entry(byExchange, Dataset.MESSAGE_TRACE);
    assertThat(graph.source()).isEqualTo("Microsoft Graph v1.0");
    assertThat(exchange.status()).isEqualTo(Status.COMPLETE);
    assertThat(exchange.source()).isEqualTo("Exchange Online admin REST");
    assertThat(exchange.request()).startsWith("Get-MessageTraceV2").contains("Status");
    assertThat(exchange.window()).isNotNull();
    assertThat(exchange.withheld()).contains("subject");
    assertThat(entry(byExchange, Dataset.MESSAGE_TRACE_DETAIL).status())
        .isEqualTo(Status.FORBIDDEN);
  }

  @Test
  void nobody_is_asked_but_whom_microsoft_documents_where_that_is_wanted() throws IOException {
    Path file = collect("supported", NO_SERVICE, "--supported-only");

    DatasetEntry entry = entry(file, Dataset.MESSAGE_TRACE);
    assertThat(entry.status()).isEqualTo(Status.FORBIDDEN);
    assertThat(entry.source()).isEqualTo("Microsoft Graph v1.0");
  }

  private Path collect(String name, String faults, String... more) throws IOException {
    Path scenario = folder.resolve(name + ".yaml");
    Files.writeString(
        scenario,
        "name: traced\nsize: {mailboxes: 3}\nmisconfigurations: {deliveriesBlocked: 5}\n" + faults);
    Path out = folder.resolve(name);
    List<String> words =
        new ArrayList<>(List.of("audit", "--simulate", scenario.toString(), "--logs", "7"));
    words.addAll(List.of(more));
    words.addAll(List.of("--out", out.toString()));
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            words.toArray(String[]::new));
    assertThat(code).as(err.toString()).isIn(0, 4, 5);
    return out.resolve("snapshot.zip");
  }

  private static DatasetEntry entry(Path file, Dataset dataset) {
    try (Snapshot snapshot = Snapshots.open(file)) {
      return snapshot.manifest().datasets().stream()
          .filter(one -> one.name().equals(dataset.id()))
          .findFirst()
          .orElseThrow();
    }
  }

  /** What the facts say of each, but for what only Graph knows. */
  private static List<String> traces(Path file) {
    List<String> traces = new ArrayList<>();
    try (Snapshot snapshot = Snapshots.open(file);
        Snapshot.Lines lines = snapshot.lines(Dataset.MESSAGE_TRACE.id())) {
      lines.forEachRemaining(
          line -> {
            ObjectNode row = Objects.requireNonNull(line.row());
            MessageTrace trace =
                RowReader.read(
                    MessageTrace.class,
                    RowRef.of(Dataset.MESSAGE_TRACE.id(), line.number(), row),
                    row);
            traces.add(
                "%s %s %s %s %s %s"
                    .formatted(
                        trace.id().orNull(),
                        trace.messageId().orNull(),
                        trace.receivedDateTime().orNull(),
                        trace.senderAddress().orNull(),
                        trace.recipientAddress().orNull(),
                        String.valueOf(trace.status().orNull()).toLowerCase(Locale.ROOT)));
          });
    }
    return traces.stream().sorted().toList();
  }
}
