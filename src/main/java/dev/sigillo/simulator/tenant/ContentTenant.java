package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Application;
import dev.sigillo.simulator.DnsRecord;
import dev.sigillo.simulator.Fault;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.SimulatedTenant;
import java.util.List;
import java.util.Optional;

/** A tenant that answers from its content. */
final class ContentTenant implements SimulatedTenant {
  private final Content content;
  private final boolean realLimits;
  private final ExchangeCalls exchange;
  private final GraphCalls graph;

  ContentTenant(Content content, boolean realLimits) {
    this.content = content;
    this.realLimits = realLimits;
    exchange = new ExchangeCalls(content);
    graph = new GraphCalls(content);
  }

  @Override
  public String tenantId() {
    return content.org.tenantId();
  }

  @Override
  public String initialDomain() {
    return content.org.initial();
  }

  @Override
  public String displayName() {
    return content.org.name();
  }

  @Override
  public Rows cmdlet(String cmdlet, ObjectNode parameters) {
    return exchange.answer(cmdlet, parameters);
  }

  @Override
  public Rows complianceCmdlet(String cmdlet, ObjectNode parameters) {
    return exchange.configuration(Content.COMPLIANCE + cmdlet, cmdlet, parameters);
  }

  @Override
  public Optional<Rows> graph(String path) {
    return graph.collection(path);
  }

  @Override
  public Optional<ObjectNode> graphObject(String path) {
    return graph.object(path);
  }

  @Override
  public Optional<String> report(String path) {
    return graph.report(path);
  }

  @Override
  public Optional<List<DnsRecord>> dns(String name) {
    return content.zones.at(name);
  }

  @Override
  public List<String> zones() {
    return content.zones.apexes();
  }

  @Override
  public Optional<String> mtaStsPolicy(String domain) {
    return Optional.ofNullable(content.mtaStsPolicies.get(domain));
  }

  @Override
  public List<Application> applications() {
    return List.copyOf(content.applications);
  }

  @Override
  public List<Fault> faults() {
    return List.copyOf(content.faults);
  }

  @Override
  public boolean realLimits() {
    return realLimits;
  }
}
