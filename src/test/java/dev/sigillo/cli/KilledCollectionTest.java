package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A collection whose process is killed, again and again, in the middle of whatever it does. */
@Tag("interop")
class KilledCollectionTest {
  private static final int KILLS = 20;

  @TempDir private Path folder;
  private Simulator simulator;
  private SimulatedTenant tenant;
  private Path endpoints;

  @BeforeEach
  void play() throws IOException {
    tenant = Scenario.bundled("neglected").tenant();
    simulator = Simulator.start(tenant, SimulatorOptions.at(Clock.systemUTC()));
    Endpoints at = simulator.endpoints();
    Files.writeString(folder.resolve("ca.pem"), at.authorityPem());
    endpoints = folder.resolve("endpoints.yaml");
    Files.writeString(endpoints, SimulatedEndpoints.of(at, Path.of("ca.pem"), 1_000).yaml());
  }

  @AfterEach
  void stop() throws IOException {
    simulator.close();
  }

  @Test
  void what_was_killed_twenty_times_is_what_was_never_killed() throws Exception {
    Path whole = folder.resolve("whole.zip");
    Path killed = folder.resolve("killed.zip");
    long start = System.nanoTime();
    assertThat(collect(whole).waitFor()).isZero();
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);

    Random moments = new Random(20);
    int kills = 0;
    for (int i = 0; i < KILLS; i++) {
      Process process = collect(killed);
      long moment = (long) (millis * (0.3 + 0.7 * moments.nextDouble()));
      if (!process.waitFor(moment, TimeUnit.MILLISECONDS)) {
        process.destroyForcibly().waitFor();
        kills++;
      } else {
        millis = millis * 4 / 5;
      }
      // One that was quicker than its killer begins anew, and the killer hurries.
      Files.deleteIfExists(killed);
    }
    assertThat(collect(killed).waitFor()).isZero();

    assertThat(kills).isGreaterThan(KILLS / 2);
    assertThat(contents(killed)).isEqualTo(contents(whole));
    assertThat(folder.resolve("killed.zip.partial")).doesNotExist();
  }

  private Process collect(Path target) throws IOException {
    Application application = tenant.applications().get(0);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.addAll(List.of(Main.class.getName(), "collect", "--resume", "--logs", "7"));
    command.addAll(List.of("--hidden-rules-budget", "15")); // so that mailboxes have to be chosen
    command.addAll(List.of("--tenant", tenant.tenantId(), "--client-id", application.clientId()));
    command.addAll(List.of("--endpoints", endpoints.toString(), "-o", target.toString()));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().put("AZURE_CLIENT_SECRET", application.secret());
    process.redirectErrorStream(true);
    process.redirectOutput(folder.resolve("output.txt").toFile());
    return process.start();
  }

  /** Digests of everything, and of DNS answers what they say but for when they were given. */
  private static Map<String, String> contents(Path file) {
    Map<String, String> contents = new TreeMap<>();
    try (Snapshot snapshot = Snapshots.open(file)) {
      for (DatasetEntry entry : snapshot.manifest().datasets()) {
        if (entry.name().startsWith("dns/") || entry.name().startsWith("web/")) {
          contents.put(entry.name(), answers(snapshot, entry.name()));
        } else {
          contents.put(
              entry.name(),
              "%s %s %d %s %s"
                  .formatted(
                      entry.status(),
                      entry.reason(),
                      entry.rows(),
                      entry.covered(),
                      entry.sha256()));
        }
      }
    }
    return contents;
  }

  private static String answers(Snapshot snapshot, String dataset) {
    List<String> answers = new ArrayList<>();
    try (Snapshot.Lines lines = snapshot.lines(dataset)) {
      lines.forEachRemaining(
          line ->
              answers.add(
                  Objects.requireNonNull(line.row()).deepCopy().without("time").toString()));
    }
    return String.join("\n", answers);
  }
}
