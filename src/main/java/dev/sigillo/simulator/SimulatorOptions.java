package dev.sigillo.simulator;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * How a simulated tenant is served.
 *
 * @param clock what the services take for now
 * @param port of the first service, the others follow; 0 takes any free ones
 * @param seed of everything that looks like chance
 * @param timeScale how many times faster than Microsoft's the limits' windows pass
 * @param tokenLifetime of access tokens
 * @param pageLinkLifetime of Exchange's page links; Microsoft's is 30 minutes
 * @param certificates with which applications may sign in, by client id
 */
public record SimulatorOptions(
    InstantSource clock,
    int port,
    long seed,
    double timeScale,
    Duration tokenLifetime,
    Duration pageLinkLifetime,
    Map<String, List<X509Certificate>> certificates) {

  public SimulatorOptions {
    if (!(timeScale > 0)) {
      throw new IllegalArgumentException("time scale " + timeScale + ": above 0 is allowed");
    }
    certificates = Map.copyOf(certificates);
  }

  /** Microsoft's own values, any ports. */
  public static SimulatorOptions at(InstantSource clock) {
    return new SimulatorOptions(
        clock, 0, 1, 1, Duration.ofSeconds(3599), Duration.ofMinutes(30), Map.of());
  }

  public SimulatorOptions onPort(int first) {
    return new SimulatorOptions(
        clock, first, seed, timeScale, tokenLifetime, pageLinkLifetime, certificates);
  }

  public SimulatorOptions scaled(double scale) {
    return new SimulatorOptions(
        clock, port, seed, scale, tokenLifetime, pageLinkLifetime, certificates);
  }

  public SimulatorOptions tokensFor(Duration lifetime) {
    return new SimulatorOptions(
        clock, port, seed, timeScale, lifetime, pageLinkLifetime, certificates);
  }

  public SimulatorOptions pageLinksFor(Duration lifetime) {
    return new SimulatorOptions(
        clock, port, seed, timeScale, tokenLifetime, lifetime, certificates);
  }

  /** Lets an application sign in with these certificates too. */
  public SimulatorOptions withCertificates(String clientId, List<X509Certificate> own) {
    Map<String, List<X509Certificate>> all = new java.util.HashMap<>(certificates);
    all.put(clientId, List.copyOf(own));
    return new SimulatorOptions(clock, port, seed, timeScale, tokenLifetime, pageLinkLifetime, all);
  }
}
