package dev.sigillo.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.DnsRecord;
import dev.sigillo.simulator.Fault;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.SimulatedTenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simulated tenant with other applications, and with other answers where a test wants them.
 *
 * @param graph rows by path, instead of the tenant's own
 */
record OtherIdentity(
    SimulatedTenant tenant, List<Application> applications, Map<String, List<ObjectNode>> graph)
    implements SimulatedTenant {

  @Override
  public String tenantId() {
    return tenant.tenantId();
  }

  @Override
  public String initialDomain() {
    return tenant.initialDomain();
  }

  @Override
  public String displayName() {
    return tenant.displayName();
  }

  @Override
  public Rows cmdlet(String cmdlet, ObjectNode parameters) {
    return tenant.cmdlet(cmdlet, parameters);
  }

  @Override
  public Rows complianceCmdlet(String cmdlet, ObjectNode parameters) {
    return tenant.complianceCmdlet(cmdlet, parameters);
  }

  @Override
  public Optional<Rows> graph(String path) {
    return graph.containsKey(path) ? Optional.of(Rows.of(graph.get(path))) : tenant.graph(path);
  }

  @Override
  public Optional<ObjectNode> graphObject(String path) {
    return tenant.graphObject(path);
  }

  @Override
  public Optional<String> report(String path) {
    return tenant.report(path);
  }

  @Override
  public Optional<List<DnsRecord>> dns(String name) {
    return tenant.dns(name);
  }

  @Override
  public List<String> zones() {
    return tenant.zones();
  }

  @Override
  public Optional<String> mtaStsPolicy(String domain) {
    return tenant.mtaStsPolicy(domain);
  }

  @Override
  public List<Fault> faults() {
    return tenant.faults();
  }

  @Override
  public boolean realLimits() {
    return tenant.realLimits();
  }
}
