package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCommandTest {
  @TempDir Path folder;

  @Test
  void plays_until_it_is_interrupted_and_says_where_it_listens() throws Exception {
    StringWriter out = new StringWriter();
    FutureTask<Integer> run =
        new FutureTask<>(
            () ->
                Main.run(
                    new PrintWriter(out),
                    new PrintWriter(new StringWriter()),
                    "simulate",
                    "--scenario",
                    "clean",
                    "--keys",
                    folder.toString()));
    Thread thread = new Thread(run);
    thread.start();
    for (int i = 0; i < 200 && !out.toString().contains("Ctrl-C"); i++) {
      TimeUnit.MILLISECONDS.sleep(Duration.ofMillis(50).toMillis());
    }
    thread.interrupt();
    assertThat(run.get(10, TimeUnit.SECONDS)).isZero();
    assertThat(out.toString()).contains("Graph", "https://localhost:", "/v1.0", "Client id");
    assertThat(Files.readString(folder.resolve("ca.pem"))).startsWith("-----BEGIN CERTIFICATE");
    assertThat(out.toString())
        .doesNotContain(Files.readString(folder.resolve("client-secret.txt")));
    Path endpoints = folder.resolve("endpoints.yaml");
    assertThat(SimulatedEndpoints.read(endpoints).ca())
        .as("named beside the file, from wherever the folder was named")
        .isEqualTo(Path.of("ca.pem"));
    assertThat(SimulatedEndpoints.read(endpoints).authorityFile(endpoints)).exists();
  }

  @Test
  void a_scenario_that_is_not_there_is_a_mistake_in_one_sentence() {
    StringWriter err = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            "simulate",
            "--scenario",
            "tropical");
    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).startsWith("tropical: there is no such scenario");
  }
}
