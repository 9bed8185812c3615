package dev.sigillo.report;

import dev.sigillo.assessment.DomainResult;
import dev.sigillo.assessment.DomainResult.KeyRecord;
import dev.sigillo.assessment.DomainResult.State;
import java.util.ArrayList;
import java.util.List;

/** The keys of each domain, and where its selectors lead. */
final class DkimPage {
  private final Content content;
  private final DnsWords words;

  DkimPage(Content content) {
    this.content = content;
    this.words = new DnsWords(content);
  }

  void write(List<DomainResult> domains) {
    content.page().heading(words.say("domains.dkim")).para(words.say("domains.dkim.lead"));
    List<Row> rows = new ArrayList<>();
    for (DomainResult d : domains) {
      if (d.dkim().keys().isEmpty()) {
        String none = d.dkim().unresolved().isEmpty() ? "dkim.no-key" : "dns.UNKNOWN";
        rows.add(domain(d).add("–").add("–").add("–").add(words.say(none)));
      }
      d.dkim().keys().forEach(key -> rows.add(row(d, key)));
    }
    content.table(
        "dkim",
        words.heads("domain", "dkim.selector", "dkim.key", "dkim.target", "status"),
        rows,
        words.say("domains.none"));
    words.describe(
        "domains.dkim.of",
        domains.stream().filter(DkimPage::troubled).toList(),
        d ->
            words.problems(
                d.dkim().keys().stream().flatMap(k -> k.problems().stream()).toList(),
                d.dkim().unresolved()));
  }

  private Row row(DomainResult d, KeyRecord key) {
    return domain(d)
        .code(key.selector())
        .add(size(key))
        .code(target(key))
        .tone(words.state(key.state()), DnsWords.tone(key.state()));
  }

  private Row domain(DomainResult d) {
    Boolean signing = d.dkim().signing();
    String signs = words.say("dkim.signing." + (signing == null ? "unknown" : signing));
    return new Row().add(d.domain() + "\n" + signs);
  }

  private String size(KeyRecord key) {
    if (key.algorithm() == null) {
      return "–";
    }
    return key.bits() == null
        ? key.algorithm()
        : words.say("dkim.size", key.algorithm(), String.valueOf(key.bits()));
  }

  private String target(KeyRecord key) {
    boolean unknown = key.state() == State.UNKNOWN;
    String none = unknown ? words.state(key.state()) : words.say("dkim.no-alias");
    String found = key.target() == null ? none : key.target();
    return key.expectedTarget() == null || key.expectedTarget().equalsIgnoreCase(key.target())
        ? found
        : found + "\n" + words.say("dkim.expected", key.expectedTarget());
  }

  private static boolean troubled(DomainResult d) {
    return !d.dkim().unresolved().isEmpty()
        || d.dkim().keys().stream().anyMatch(key -> !key.problems().isEmpty());
  }
}
