package dev.sigillo.simulator;

import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.List;

/** Serves a simulated tenant on loopback until it is closed. */
public final class Simulator implements AutoCloseable {
  private static final int NAMED_HOSTS = 200;

  private final WebServer web;
  private final NameServer dns;
  private final Endpoints endpoints;
  private final Journal journal;

  private Simulator(WebServer web, NameServer dns, Endpoints endpoints, Journal journal) {
    this.web = web;
    this.dns = dns;
    this.endpoints = endpoints;
    this.journal = journal;
  }

  /**
   * Starts every service.
   *
   * @throws IOException when a port is taken
   */
  public static Simulator start(SimulatedTenant tenant, SimulatorOptions options)
      throws IOException {
    List<String> hosts =
        tenant.zones().stream()
            .limit(NAMED_HOSTS)
            .filter(zone -> tenant.mtaStsPolicy(zone).isPresent())
            .map(zone -> "mta-sts." + zone)
            .toList();
    Certificates certificates;
    Tokens tokens;
    try {
      certificates = new Certificates(options.clock().instant(), hosts);
      tokens = new Tokens(tenant, options);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java cannot make certificates", e);
    }
    Journal journal = new Journal();
    Faults faults = new Faults(tenant.faults(), options.seed());
    FaultyService faulty = new FaultyService(faults, journal);
    Throttle throttle = new Throttle(tenant.realLimits(), options.timeScale(), options.clock());
    PageLinks links = new PageLinks(options.clock(), options.pageLinkLifetime());
    ExchangeAdmin exchange =
        new ExchangeAdmin(tenant, Resource.EXCHANGE, tokens, throttle, faulty, journal, links);
    ExchangeAdmin compliance =
        new ExchangeAdmin(tenant, Resource.COMPLIANCE, tokens, throttle, faulty, journal, links);

    WebServer web = new WebServer(certificates.server(), options.clock());
    Ports ports = new Ports(web, options.port());
    URI authority = ports.secure(new Entra(tenant, options, tokens, faulty));
    URI graph = ports.secure(new Graph(tenant, tokens, throttle, faulty, journal));
    URI exchangeRegion = ports.secure(exchange::answer);
    URI exchangeFront = ports.secure(exchange.front(exchangeRegion.toString()));
    URI complianceRegion = ports.secure(compliance::answer);
    URI complianceFront = ports.secure(compliance.front(complianceRegion.toString()));
    URI policies = ports.secure(new PolicyWeb(tenant, faulty));
    URI identity = ports.plain(new ManagedIdentity(tenant, options, tokens)).resolve("/msi/token");
    NameServer dns = new NameServer(ports.next(), new DnsAnswers(tenant, faults, journal));
    web.start();
    Endpoints endpoints =
        new Endpoints(
            authority,
            graph,
            exchangeFront,
            complianceFront,
            identity,
            ManagedIdentity.HEADER,
            policies,
            dns.address(),
            certificates.client(),
            certificates.trust(),
            certificates.authorityPem());
    return new Simulator(web, dns, endpoints, journal);
  }

  public Endpoints endpoints() {
    return endpoints;
  }

  /** What was asked so far. */
  public Journal journal() {
    return journal;
  }

  @Override
  public void close() throws IOException {
    dns.close();
    web.close();
  }

  /** Gives each service the port that follows. */
  private static final class Ports {
    private final WebServer web;
    private int port;

    Ports(WebServer web, int first) {
      this.web = web;
      this.port = first;
    }

    URI secure(Service service) throws IOException {
      return URI.create("https://localhost:" + web.open(next(), true, service));
    }

    URI plain(Service service) throws IOException {
      return URI.create("http://localhost:" + web.open(next(), false, service));
    }

    int next() {
      return port == 0 ? 0 : port++;
    }
  }
}
