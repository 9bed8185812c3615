package dev.sigillo.cli;

import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.signin.Method;
import dev.sigillo.collect.signin.Network;
import dev.sigillo.collect.signin.SignIn;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.Endpoints;
import dev.sigillo.simulator.SimulatedTenant;
import dev.sigillo.simulator.Simulator;
import dev.sigillo.simulator.SimulatorOptions;
import dev.sigillo.simulator.tenant.Scenario;
import dev.sigillo.snapshot.Origin;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A simulated tenant in this very process, and an application signed in to it. */
final class Simulation implements AutoCloseable {
  /** Without limits of its own, it need not be spared. */
  private static final int UNSPARED = 1_000;

  private final Scenario scenario;
  private final Clock clock;
  private final Simulator simulator;
  private final Session session;

  private Simulation(Scenario scenario, Clock clock, Simulator simulator, Session session) {
    this.scenario = scenario;
    this.clock = clock;
    this.simulator = simulator;
    this.session = session;
  }

  /**
   * Starts it.
   *
   * @param scenario a bundled scenario's name, or a file
   */
  static Simulation start(String scenario) {
    Path file = Path.of(scenario);
    Scenario chosen =
        Scenario.BUNDLED.contains(scenario) || !Files.exists(file)
            ? Scenario.bundled(scenario)
            : Scenario.read(file);
    Clock real = Clock.systemUTC();
    Clock clock = Clock.offset(real, Duration.between(real.instant(), chosen.now()));
    SimulatedTenant tenant = chosen.tenant();
    try {
      Simulator simulator = Simulator.start(tenant, SimulatorOptions.at(clock));
      return new Simulation(chosen, clock, simulator, session(tenant, simulator.endpoints()));
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated tenant cannot start: " + e.getMessage(), e);
    }
  }

  private static Session session(SimulatedTenant tenant, Endpoints at) {
    Cloud real = Cloud.of("global").orElseThrow();
    Cloud cloud =
        new Cloud(
            "simulated",
            at.authority(),
            new Cloud.Service(at.graph(), real.graph().audience()),
            new Cloud.Service(at.exchange(), real.exchange().audience()),
            new Cloud.Service(at.compliance(), real.compliance().audience()));
    Network network = new Network(Map.of(), null, List.of(certificate(at.authorityPem())));
    Application application = tenant.applications().get(0);
    SignIn signIn =
        new SignIn(
            new SignIn.Request(
                cloud,
                tenant.tenantId(),
                new Method.Secret(application.clientId(), application.secret())),
            network,
            new SignIn.Surroundings(Map.of(), text -> {}, Clock.systemUTC()));
    return new Session(
        cloud,
        network,
        signIn,
        Origin.SIMULATED,
        SimulatedEndpoints.of(at, Path.of("ca.pem"), faster(tenant, 1)),
        faster(tenant, 1));
  }

  /** How many times faster than Microsoft's limits it may be asked. */
  static int faster(SimulatedTenant tenant, double timeScale) {
    return tenant.realLimits() ? (int) Math.max(1, timeScale) : UNSPARED;
  }

  private static X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    } catch (CertificateException e) {
      throw new IllegalStateException("the simulator's own certificate cannot be read", e);
    }
  }

  Session session() {
    return session;
  }

  /** The time in the simulated world. */
  Clock clock() {
    return clock;
  }

  /** The policy that goes with the scenario. */
  String policy() {
    return scenario.policy();
  }

  @Override
  public void close() {
    try {
      simulator.close();
    } catch (IOException e) {
      throw new UncheckedIOException("the simulated tenant cannot stop: " + e.getMessage(), e);
    }
  }
}
