package dev.sigillo.cli;

import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Plays a Microsoft 365 tenant on this machine. */
@Command(
    name = "simulate",
    mixinStandardHelpOptions = true,
    description =
        "Play a Microsoft 365 tenant on this machine, to try collectors and rules on. It listens on"
            + " loopback alone, takes no writes, and runs until Ctrl-C.",
    footer = {"", "Example: sigillo simulate --scenario esempio --port 8443"})
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class SimulateCommand implements Callable<Integer> {
  private static final int LAST_FIRST_PORT = 65_535 - 8;
  private static final Path AUTHORITY = Path.of("ca.pem");

  @Option(
      names = "--scenario",
      paramLabel = "NAME|FILE",
      required = true,
      description =
          "What to play: clean, esempio, faulty, hostile, million, neglected, or a file (.yaml).")
  private String scenario;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "0",
      description = "First of the nine ports to listen on. Default: any that are free.")
  private int port;

  @Option(
      names = "--time-scale",
      paramLabel = "N",
      defaultValue = "1",
      description = "Let the windows of limits pass N times as fast as Microsoft's.")
  private double timeScale;

  @Option(
      names = "--keys",
      paramLabel = "DIR",
      description = "Folder for the certificate and the client secret. Default: a temporary one.")
  private @Nullable Path keys;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (port < 0 || port > LAST_FIRST_PORT) {
      throw new UsageException("--port " + port + ": 0 to " + LAST_FIRST_PORT + " is allowed");
    }
    if (!(timeScale > 0)) {
      throw new UsageException("--time-scale " + timeScale + ": above 0 is allowed");
    }
    SimulatedTenant tenant = chosen(scenario).tenant();
    SimulatorOptions options =
        SimulatorOptions.at(Clock.systemUTC()).onPort(port).scaled(timeScale);
    try (Simulator simulator = started(tenant, options)) {
      tell(tenant, simulator.endpoints());
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK.code();
  }

  /** The scenario of that name, or in that file. */
  static Scenario chosen(String scenario) {
    return Scenario.BUNDLED.contains(scenario) || !scenario.contains(".")
        ? Scenario.bundled(scenario)
        : Scenario.read(Path.of(scenario));
  }

  private Simulator started(SimulatedTenant tenant, SimulatorOptions options) {
    try {
      return Simulator.start(tenant, options);
    } catch (IOException e) {
      throw new UsageException(
          "--port "
              + port
              + ": the simulated services cannot listen there ("
              + e.getMessage()
              + "); leave it out to take any free ones");
    }
  }

  private void tell(SimulatedTenant tenant, Endpoints at) throws IOException {
    Path folder = keys == null ? Files.createTempDirectory("sigillo-simulate") : keys;
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException("--keys " + folder + ": no folder can be made there");
    }
    Application application = tenant.applications().get(0);
    Path authority = written(folder.resolve(AUTHORITY), at.authorityPem());
    Path secret = written(folder.resolve("client-secret.txt"), application.secret());
    Path endpoints =
        written(
            folder.resolve("endpoints.yaml"),
            SimulatedEndpoints.of(at, AUTHORITY, Simulation.faster(tenant, timeScale)).yaml());
    PrintWriter out = spec.commandLine().getOut();
    String[][] lines = {
      {"Tenant", tenant.displayName() + ", " + tenant.tenantId()},
      {"Entra", at.authority().toString()},
      {"Graph", at.graph() + "/v1.0"},
      {"Exchange Online", at.exchange().toString()},
      {"Compliance", at.compliance().toString()},
      {"DNS", at.dns().getHostString() + ":" + at.dns().getPort()},
      {"MTA-STS policies", at.web() + "/mta-sts.DOMAIN/.well-known/mta-sts.txt"},
      {"Managed identity", at.managedIdentity() + " (" + at.identityHeader() + ")"},
      {"Client id", application.clientId()},
      {"Client secret", secret.toString()},
      {"Trust", authority.toString()}
    };
    for (String[] line : lines) {
      out.printf("%-17s %s%n", line[0], line[1]);
    }
    out.printf(
        "Collect it with: sigillo collect --tenant %s --client-id %s --client-secret-file %s"
            + " --endpoints %s -o tenant.zip%n",
        tenant.tenantId(), application.clientId(), secret, endpoints);
    out.println("Ctrl-C ends it.");
    out.flush();
  }

  private static Path written(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be written: " + e.getMessage(), e);
    }
  }
}
