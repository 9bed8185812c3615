package dev.sigillo.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Mx;
import dev.sigillo.mailauth.Presence;
import dev.sigillo.mailauth.ReportUri;
import dev.sigillo.mailauth.dkim.DkimKey;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.mailauth.dmarc.DmarcRecord;
import dev.sigillo.mailauth.dmarc.DmarcResult;
import dev.sigillo.mailauth.dmarc.PolicyInForce;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.transport.Dane;
import dev.sigillo.mailauth.transport.MtaSts;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A domain as one line of JSON, in ASCII. What is not known is null. */
final class DnsJson {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private DnsJson() {}

  static String of(DnsReport report) {
    ObjectNode json = MAPPER.createObjectNode();
    json.put("domain", report.domain());
    spf(json.putObject("spf"), report.spf());
    dmarc(json.putObject("dmarc"), report.dmarc());
    ObjectNode dkim = json.putObject("dkim");
    report.selectors().forEach(selector -> dkim(dkim.putObject(selector.selector()), selector));
    mx(json.putObject("mx"), report);
    mtaSts(json.putObject("mtaSts"), report.mtaSts());
    ObjectNode reporting = json.putObject("tlsReporting");
    reporting.put("state", lower(report.reporting().state()));
    addresses(reporting.putArray("rua"), report.reporting().rua());
    problems(reporting, ProblemSentences.of(report.reporting().problems()));
    ObjectNode dnssec = json.putObject("dnssec");
    dnssec.put("state", lower(report.dnssec().state()));
    problems(dnssec, ProblemSentences.of(report.dnssec().problems()));
    try {
      return MAPPER.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void spf(ObjectNode json, SpfAnalysis spf) {
    json.put("state", lower(spf.state()));
    List<String> records = spf.root().records();
    json.put("record", records.size() == 1 ? records.get(0) : null);
    json.put("lookups", spf.lookups());
    json.put("voidLookups", spf.voidLookups());
    json.put("complete", spf.isKnown());
    json.put("all", all(spf));
    problems(json, spf.problems().stream().map(ProblemSentences::of).toList());
  }

  /** What happens to everyone else, as it is written; null when nothing says so. */
  static @Nullable String all(SpfAnalysis spf) {
    return spf.state() == Presence.PRESENT && spf.all().state() == Presence.PRESENT
        ? spf.all().qualifier().sign() + "all"
        : null;
  }

  private static void dmarc(ObjectNode json, DmarcResult dmarc) {
    json.put("state", lower(dmarc.state()));
    json.put("record", dmarc.record().map(DmarcRecord::text).orElse(null));
    json.put("foundAt", dmarc.foundAt().isEmpty() ? null : dmarc.foundAt());
    json.put("p", policy(dmarc.p()));
    json.put("sp", policy(dmarc.sp()));
    json.put("np", policy(dmarc.np()));
    json.put("testing", dmarc.record().map(DmarcRecord::testing).orElse(false));
    json.put("organisationalDomain", dmarc.organisationalDomain().orElse(null));
    problems(json, ProblemSentences.of(dmarc.problems()));
  }

  /** As published; {@code t=y} stands beside it. */
  private static @Nullable String policy(Optional<PolicyInForce> policy) {
    return policy.map(p -> lower(p.policy())).orElse(null);
  }

  private static void dkim(ObjectNode json, DkimSelector selector) {
    json.put("state", lower(selector.state()));
    Boolean present =
        switch (selector.state()) {
          case PRESENT -> true;
          case ABSENT -> false;
          case UNKNOWN -> null;
        };
    json.put("present", present);
    Optional<DkimKey> key = selector.key();
    json.put("bits", key.map(DkimKey::bits).filter(bits -> bits > 0).orElse(null));
    json.put("type", key.map(k -> lower(k.type())).orElse(null));
    json.put("revoked", key.map(DkimKey::revoked).orElse(null));
    json.put("usable", present == null ? null : (Boolean) selector.isUsable());
    selector.aliases().forEach(json.putArray("aliases")::add);
    problems(json, ProblemSentences.of(selector.problems()));
  }

  private static void mx(ObjectNode json, DnsReport report) {
    json.put("state", lower(report.hosts().route().taking()));
    json.put("route", lower(report.hosts().route().kind()));
    ArrayNode hosts = json.putArray("hosts");
    for (Mx mx : report.hosts().route().exchangers()) {
      ObjectNode host = hosts.addObject();
      host.put("preference", mx.preference()).put("host", mx.exchange());
      report.dane().stream()
          .filter(dane -> dane.host().equals(mx.exchange()))
          .findFirst()
          .map(Dane::state)
          .map(DnsJson::lower)
          .ifPresent(state -> host.put("tlsa", state));
    }
    problems(json, ProblemSentences.of(report.hosts().problems()));
  }

  private static void mtaSts(ObjectNode json, MtaSts sts) {
    Presence state = sts.record();
    json.put("state", lower(state));
    json.put("id", sts.id().orElse(null));
    json.put("policy", lower(sts.file()));
    json.put("mode", sts.policy().map(policy -> lower(policy.mode())).orElse(null));
    json.put("enforced", sts.isEnforced());
    problems(json, ProblemSentences.of(sts.problems()));
  }

  private static void addresses(ArrayNode json, List<ReportUri> addresses) {
    addresses.forEach(address -> json.add(address.uri()));
  }

  private static void problems(ObjectNode json, List<String> sentences) {
    sentences.forEach(json.putArray("problems")::add);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
