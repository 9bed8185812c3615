package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.AnswerSection;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.dkim.Dkim;
import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.Dnssec;
import dev.sigillo.mailauth.transport.MailHosts;
import dev.sigillo.mailauth.transport.MtaSts;
import dev.sigillo.mailauth.transport.TlsReporting;
import dev.sigillo.simulator.DnsRecord;
import dev.sigillo.simulator.Fault;
import dev.sigillo.simulator.SimulatedTenant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Asks a simulated tenant's DNS what a collector asks, and keeps the answers as rows. */
final class SimulatedDns implements Dns {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> SELECTORS =
      List.of("selector1", "selector2", "inn1", "default", "google", "k1", "k2", "s1", "s2");

  private final SimulatedTenant tenant;
  private final Instant now;
  private final Map<Question, ObjectNode> asked =
      new TreeMap<>(Comparator.comparing(Question::name).thenComparing(Question::type));

  SimulatedDns(SimulatedTenant tenant, Instant now) {
    this.tenant = tenant;
    this.now = now;
  }

  List<ObjectNode> rows() {
    var domains = tenant.cmdlet("Get-AcceptedDomain", JSON.createObjectNode());
    for (long i = 0; i < domains.size(); i++) {
      String domain = domains.get(i).path("DomainName").asText();
      SpfAnalysis.of(this, domain);
      Dmarc.of(domain, this);
      SELECTORS.forEach(selector -> Dkim.of(domain, selector, this));
      Dane.of(MailHosts.of(domain, this).route(), this);
      MtaSts.of(domain, this, Optional.empty());
      TlsReporting.of(domain, this);
      Dnssec.of(domain, this);
    }
    return List.copyOf(asked.values());
  }

  @Override
  public Answer ask(Question question) {
    List<String> lines = new ArrayList<>();
    String name = question.name();
    String type = question.type().name();
    Optional<List<DnsRecord>> records = tenant.dns(name);
    for (int hop = 0; hop < 8 && question.type() != RecordType.CNAME; hop++) {
      Optional<DnsRecord> alias =
          records.stream().flatMap(List::stream).filter(r -> r.type().equals("CNAME")).findFirst();
      if (alias.isEmpty()) {
        break;
      }
      lines.add(name + ". 3600 IN CNAME " + alias.get().data());
      name = alias.get().data().replaceAll("\\.$", "");
      records = tenant.dns(name);
    }
    String owner = name;
    records.stream()
        .flatMap(List::stream)
        .filter(r -> r.type().equals(type))
        .forEach(r -> lines.add(owner + ". 3600 IN " + type + " " + r.data()));
    boolean silent = tenant.faults().stream().anyMatch(f -> isSilent(f, question.name()));
    String status = silent ? "TIMEOUT" : records.isPresent() ? "NOERROR" : "NXDOMAIN";
    List<String> answer = silent ? List.of() : lines;
    ObjectNode row =
        JSON.createObjectNode()
            .put("name", question.name())
            .put("type", type)
            .put("server", "127.0.0.1:53")
            .put("transport", "udp")
            .put("status", status);
    answer.forEach(row.withArray("answer")::add);
    asked.put(question, row.put("authenticated", false).put("time", now.toString()));
    return AnswerSection.read(question, status, answer, false);
  }

  private static boolean isSilent(Fault fault, String name) {
    return fault.kind() == Fault.Kind.TIMEOUT
        && fault.rate() == 1
        && fault.count() == 0
        && fault.where().startsWith("dns:")
        && name.matches(fault.where().substring(4).replace(".", "\\.").replace("*", ".*"));
  }
}
