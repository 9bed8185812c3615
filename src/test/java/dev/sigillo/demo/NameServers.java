package dev.sigillo.demo;

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
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The name servers of the story, and what they were asked: {@link Zones} fills them. Whatever was
 * asked becomes a row of the snapshot, as a resolver would have answered it.
 */
final class NameServers implements Dns {
  private static final String RESOLVER = "192.0.2.53:53";
  private static final int TTL = 3600;
  private static final Comparator<Question> ORDER =
      Comparator.comparing(Question::name).thenComparing(Question::type);

  /** Those of Exchange Online, that of the inventory, and a few that services like. */
  private static final List<String> SELECTORS =
      List.of("selector1", "selector2", "inn1", "default", "google", "k1", "k2", "s1", "s2");

  private final Map<Question, List<String>> records = new TreeMap<>(ORDER);
  private final Map<String, String> aliases = new LinkedHashMap<>();
  private final List<String> silent = new ArrayList<>();
  private final List<String> signed = new ArrayList<>();
  private final Map<Question, Row> asked = new TreeMap<>(ORDER);

  NameServers has(String name, RecordType type, String... data) {
    records.put(new Question(name, type), List.of(data));
    return this;
  }

  NameServers text(String name, String... texts) {
    return has(
        name, RecordType.TXT, Arrays.stream(texts).map(NameServers::quoted).toArray(String[]::new));
  }

  NameServers alias(String name, String target) {
    aliases.put(name, target);
    return this;
  }

  /** A zone whose servers do not answer. */
  NameServers silent(String zone) {
    silent.add(zone);
    return this;
  }

  /** A zone signed with DNSSEC. */
  NameServers signed(String zone) {
    signed.add(zone);
    return this;
  }

  /** Strings of at most 255 octets, as a TXT record holds them. */
  private static String quoted(String text) {
    List<String> strings = new ArrayList<>();
    for (int at = 0; at < text.length(); at += 250) {
      strings.add('"' + text.substring(at, Math.min(text.length(), at + 250)) + '"');
    }
    return String.join(" ", strings);
  }

  @Override
  public dev.sigillo.mailauth.Answer ask(Question question) {
    boolean answers = silent.stream().noneMatch(zone -> within(question.name(), zone));
    List<String> lines = new ArrayList<>();
    String name = question.name();
    while (question.type() != RecordType.CNAME && aliases.containsKey(name)) {
      String target = aliases.getOrDefault(name, "");
      lines.add("%s. %d IN CNAME %s.".formatted(name, TTL, target));
      name = target;
    }
    String owner = name;
    List<String> data =
        question.type() == RecordType.CNAME && aliases.containsKey(owner)
            ? List.of(aliases.getOrDefault(owner, "") + ".")
            : records.getOrDefault(new Question(owner, question.type()), List.of());
    data.forEach(one -> lines.add("%s. %d IN %s %s".formatted(owner, TTL, question.type(), one)));
    String status = !answers ? "TIMEOUT" : exists(owner) ? "NOERROR" : "NXDOMAIN";
    List<String> answer = answers ? lines : List.of();
    boolean authenticated =
        answers && signed.stream().anyMatch(zone -> within(question.name(), zone));
    asked.put(
        question,
        Row.empty()
            .set("name", question.name())
            .set("type", question.type().name())
            .set("server", RESOLVER)
            .set("transport", "udp")
            .set("status", status)
            .set("answer", answer)
            .set("authenticated", authenticated)
            .set("time", DemoTenant.START.plusSeconds(600).toString()));
    return AnswerSection.read(question, status, answer, authenticated);
  }

  /** A name exists if it, or one below it, has a record. */
  private boolean exists(String wanted) {
    return aliases.keySet().stream().anyMatch(one -> within(one, wanted))
        || records.keySet().stream().anyMatch(one -> within(one.name(), wanted));
  }

  private static boolean within(String inner, String zone) {
    return inner.equals(zone) || inner.endsWith("." + zone);
  }

  /** What a collector asks about each accepted domain, and what it is answered. */
  static List<dev.sigillo.demo.Answer> answers() {
    NameServers dns = Zones.all();
    for (String domain : Domains.ACCEPTED) {
      SpfAnalysis.of(dns, domain);
      Dmarc.of(domain, dns);
      for (String selector : SELECTORS) {
        Dkim.of(domain, selector, dns);
      }
      Dane.of(MailHosts.of(domain, dns).route(), dns);
      MtaSts.of(domain, dns, Optional.empty());
      TlsReporting.of(domain, dns);
      Dnssec.of(domain, dns);
    }
    List<Row> rows = List.copyOf(dns.asked.values());
    return List.of(
        dev.sigillo.demo.Answer.of(
            Dataset.DNS_ANSWER,
            "%d questions about %d domains".formatted(rows.size(), Domains.ACCEPTED.size()),
            rows),
        dev.sigillo.demo.Answer.of(Dataset.MTA_STS_POLICY, "0 policies", List.of()));
  }
}
