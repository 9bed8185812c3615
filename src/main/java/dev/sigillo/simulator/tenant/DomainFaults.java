package dev.sigillo.simulator.tenant;

import dev.sigillo.simulator.tenant.Misconfigurations.Misconfiguration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Domains that publish something wrong: each adds one that is right otherwise. */
final class DomainFaults {
  static final Map<String, Misconfiguration> ALL = new HashMap<>();

  private static final String DKIM = "Get-DkimSigningConfig";

  static {
    spf("spfMissing", null, "SPF-01 none", "SPF-02 none", "SPF-05 missing");
    spf("spfSoftMissing", "v=spf1 include:spf.protection.outlook.com", "SPF-02 open");
    spf("spfOpen", "v=spf1 include:spf.protection.outlook.com ?all", "SPF-02 open");
    spf("spfWithoutMicrosoft", "v=spf1 -all", "SPF-05 missing");
    spf(
        "spfWide",
        "v=spf1 ptr ip4:198.18.0.0/15 include:spf.protection.outlook.com -all",
        "SPF-06 wide",
        "SPF-06 ptr",
        "SPF-09 unknown");
    spf(
        "spfUnknownService",
        "v=spf1 include:spf.protection.outlook.com include:spf.unknown-service.example -all",
        "SPF-09 unknown");
    spf(
        "spfBroken",
        "v=spf1 include:spf.protection.outlook.com include:gone.unknown-service.example -all",
        "SPF-04 broken",
        "SPF-09 unknown");
    spf(
        "spfManyLookups",
        "v=spf1 include:spf.protection.outlook.com include:many.unknown-service.example -all",
        "SPF-03 many",
        "SPF-09 unknown");
    spf("spfLong", longRecord(), "SPF-07 long", "SPF-09 unknown");
    dns(
        "dmarcMissing",
        (zones, d) -> zones.remove("_dmarc." + d, "TXT"),
        "DMARC-01 none",
        "DMARC-02 missing",
        "DMARC-05 none");
    dmarc("dmarcNone", "p=none; rua=mailto:dmarc@%s", "DMARC-02 weak");
    dmarc("dmarcQuarantine", "p=quarantine; rua=mailto:dmarc@%s", "DMARC-02 weak");
    dmarc("dmarcSubdomainsOpen", "p=reject; sp=none; rua=mailto:dmarc@%s", "DMARC-03 subdomains");
    dmarc("dmarcPartial", "p=reject; pct=20; rua=mailto:dmarc@%s", "DMARC-04 partial");
    dmarc("dmarcNoReports", "p=reject", "DMARC-05 none");
    dmarc(
        "dmarcForeignReports",
        "p=reject; rua=mailto:dmarc@%s,mailto:all@reports.example",
        "DMARC-06 unauthorised");
    dmarc(
        "dmarcFailureReports",
        "p=reject; rua=mailto:dmarc@%s; ruf=mailto:dmarc@%1$s",
        "DMARC-07 undecided");
    dns("mtaStsMissing", (zones, d) -> zones.remove("_mta-sts." + d, "TXT"), "DMARC-10 absent");
    dns("tlsRptMissing", (zones, d) -> zones.remove("_smtp._tls." + d, "TXT"), "DMARC-11 absent");
    dns(
        "dnssecMissing",
        (zones, d) -> zones.remove(d, "DS").remove(d, "DNSKEY"),
        "DMARC-12 unsigned");
    dns("dkimStray", (zones, d) -> stray(zones, d), "DKIM-02 target");
    dkim("dkimOff", "Enabled", false, "DKIM-01 disabled");
    dkim("dkimShortKey", "Selector1KeySize", 1024, "DKIM-03 small");
    each("dkimOldKey", true, DomainFaults::oldKey, "DKIM-04 old");
    ALL.put("mxElsewhere", DomainFaults::mxElsewhere);
    ALL.put("noPostmaster", DomainFaults::noPostmaster);
    ALL.put("initialWithoutDmarc", DomainFaults::initialWithoutDmarc);
    parked("parkedSends", (zones, d) -> zones.remove(d, "TXT"), "SPF-08 other");
    parked(
        "parkedWithKey",
        (zones, d) ->
            zones.text("selector1._domainkey." + d, "v=DKIM1; k=rsa; p=" + Domains.LONG_KEY),
        "DKIM-06 live");
    parked(
        "parkedReceives",
        (zones, d) -> zones.remove(d, "MX").add(d, "MX", "10 mail.old-hosting.example."),
        "DMARC-14 receives");
  }

  private DomainFaults() {}

  /** A domain that sends, with the addresses that others write to when something is wrong. */
  static void sending(Content content, String domain) {
    Domains.sending(content, domain);
    for (String name : List.of("postmaster", "abuse")) {
      String address = name + "@" + content.org.domain();
      content.directory.get(content.directory.find(address)).moreAddresses.add(name + "@" + domain);
    }
  }

  private static void each(
      String name, boolean sends, BiConsumer<Content, String> change, String... findings) {
    ALL.put(
        name,
        (content, count) -> {
          for (int i = 1; i <= count; i++) {
            String domain = name.toLowerCase(Locale.ROOT) + i + ".example";
            if (sends) {
              sending(content, domain);
            } else {
              Domains.parked(content, domain);
            }
            services(content.zones);
            change.accept(content, domain);
            for (String finding : findings) {
              String[] parts = finding.split(" ", 2);
              content.truth.finds(parts[0], domain, parts[1]);
            }
          }
        });
  }

  private static void dns(String name, BiConsumer<Zones, String> change, String... findings) {
    each(name, true, (content, domain) -> change.accept(content.zones, domain), findings);
  }

  private static void parked(String name, BiConsumer<Zones, String> change, String... findings) {
    each(name, false, (content, domain) -> change.accept(content.zones, domain), findings);
  }

  private static void spf(String name, @Nullable String record, String... findings) {
    dns(
        name,
        (zones, domain) -> {
          zones.remove(domain, "TXT");
          if (record != null) {
            zones.text(domain, record);
          }
        },
        findings);
  }

  private static void dmarc(String name, String tags, String... findings) {
    dns(
        name,
        (zones, domain) -> zones.retext("_dmarc." + domain, "v=DMARC1; " + tags.formatted(domain)),
        findings);
  }

  private static void dkim(String name, String property, Object value, String... findings) {
    each(
        name,
        true,
        (content, domain) -> content.named(DKIM, domain).set(property, value),
        findings);
  }

  /** Made years ago, and never rotated since. */
  private static void oldKey(Content content, String domain) {
    content
        .named(DKIM, domain)
        .set("KeyCreationTime", "2020-03-11T09:30:00.0000000Z")
        .set("RotateOnDate", "2020-03-15T09:30:00.0000000Z");
  }

  /** The services that the records of such domains name. */
  private static void services(Zones zones) {
    if (zones.apexes().contains("unknown-service.example")) {
      return;
    }
    zones
        .zone("unknown-service.example")
        .text("spf.unknown-service.example", "v=spf1 ip4:198.51.100.64/27 -all")
        .zone("reports.example")
        .add("reports.example", "MX", "10 mx.reports.example.")
        .zone("old-hosting.example")
        .add("mail.old-hosting.example", "A", "198.51.100.201");
    StringBuilder many = new StringBuilder("v=spf1");
    for (char pool = 'a'; pool <= 'i'; pool++) {
      many.append(" include:_").append(pool).append(".unknown-service.example");
      zones.text("_" + pool + ".unknown-service.example", "v=spf1 ip4:198.51.100.8/30 -all");
    }
    zones.text("many.unknown-service.example", many.append(" -all").toString());
  }

  private static String longRecord() {
    StringBuilder record = new StringBuilder("v=spf1 include:spf.protection.outlook.com");
    for (int i = 0; i < 24; i++) {
      record.append(" ip4:198.51.100.").append(100 + i).append("/32");
    }
    return record.append(" -all").toString();
  }

  private static void stray(Zones zones, String domain) {
    zones
        .remove("selector1._domainkey." + domain, "CNAME")
        .add("selector1._domainkey." + domain, "CNAME", "dkim.old-hosting.example.")
        .text("dkim.old-hosting.example", "v=DKIM1; k=rsa; p=" + Domains.LONG_KEY);
  }

  private static void mxElsewhere(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      String domain = "mxelsewhere" + i + ".example";
      sending(content, domain);
      services(content.zones);
      content.zones.remove(domain, "MX").add(domain, "MX", "10 mail.old-hosting.example.");
      content.mtaStsPolicies.put(
          domain,
          "version: STSv1\r\nmode: enforce\r\nmx: mail.old-hosting.example\r\nmax_age: 604800\r\n");
      content.truth.finds("DMARC-13", domain, "other");
    }
  }

  private static void noPostmaster(Content content, int count) {
    for (int i = 1; i <= count; i++) {
      String domain = "nopostmaster" + i + ".example";
      Domains.sending(content, domain);
      content.truth.finds("PROCESS-08", domain, "missing");
    }
  }

  private static void initialWithoutDmarc(Content content, int count) {
    content.zones.remove("_dmarc." + content.org.initial(), "TXT");
    content.truth.finds("DMARC-08", content.tenant(), "missing");
  }
}
