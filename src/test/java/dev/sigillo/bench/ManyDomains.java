package dev.sigillo.bench;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.DnsSnapshot;
import dev.sigillo.collect.dns.Limits;
import dev.sigillo.collect.dns.LoopbackServer;
import dev.sigillo.collect.dns.PolicyFiles;
import dev.sigillo.collect.dns.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Measures how long it takes to collect what DNS says of many domains with five SPF includes each,
 * from a server in the same process. Arguments: the snapshot to write, and how many domains.
 */
final class ManyDomains {
  private ManyDomains() {}

  /** Measures. */
  public static void main(String[] args) throws IOException {
    int count = Integer.parseInt(args[1]);
    StringBuilder zone = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      zone.append("s%d.spf.example. 60 IN TXT \"v=spf1 ip4:192.0.2.%d -all\"\n".formatted(i, i));
    }
    SortedSet<String> domains = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      String name = "d%d.example".formatted(i);
      domains.add(name);
      zone.append(name).append(". 60 IN TXT \"v=spf1");
      for (int s = 0; s < 5; s++) {
        zone.append(" include:s").append(s).append(".spf.example");
      }
      zone.append(" -all\"\n");
      zone.append("%s. 60 IN MX 0 mx.%s.\nmx.%s. 60 IN A 192.0.2.1\n".formatted(name, name, name));
      zone.append("_dmarc.%s. 60 IN TXT \"v=DMARC1; p=reject\"\n".formatted(name));
      zone.append("selector1._domainkey.%s. 60 IN TXT \"v=DKIM1; p=\"\n".formatted(name));
    }
    Clock clock = Clock.systemUTC();
    try (LoopbackServer server = new LoopbackServer().zone(zone.toString());
        Recording dns = new Recording(List.of(server.address()), Limits.DEFAULT, clock)) {
      zone.setLength(0);
      DnsRequest request = new DnsRequest(domains, Set.of(), Map.of());
      DnsCollector collector = new DnsCollector(request, dns, new PolicyFiles(clock), clock);
      long start = System.nanoTime();
      DnsSnapshot.write(null, collector, Path.of(args[0]), "bench", (done, total) -> {});
      System.out.printf(
          "%,d domains: %.1f s, %,d questions, unanswered %s%n",
          count, (System.nanoTime() - start) / 1e9, dns.size(), dns.unanswered());
    }
  }
}
