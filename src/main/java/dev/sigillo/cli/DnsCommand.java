package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.PolicyFiles;
import dev.sigillo.collect.dns.Recording;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Looks at what domains publish about their mail. */
@Command(
    name = "dns",
    mixinStandardHelpOptions = true,
    description = {
      "Show what domains publish about their mail: SPF, DMARC, DKIM, MX, MTA-STS, TLS reports, DNSSEC.",
      "What DNS did not answer is unknown: neither present nor absent."
    },
    footer = {
      "",
      "Examples: sigillo dns contoso.com",
      "          sigillo dns contoso.com fabrikam.com --format json --resolver 9.9.9.9",
      "          sigillo dns check-host --ip 192.0.2.1 --mail-from a@contoso.com --helo mx.contoso.com"
    },
    subcommands = CheckHostCommand.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class DnsCommand implements Callable<Integer> {
  /** How to print. */
  enum Format {
    TEXT,
    JSON
  }

  @Parameters(arity = "0..*", paramLabel = "DOMAIN", description = "Domains, in any script.")
  private List<String> domains = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "text, or json: an object for one domain, an array of them for several (default: text).")
  private Format format = Format.TEXT;

  @Option(names = "--no-color", description = "No colours on a terminal either.")
  private boolean noColour;

  @Mixin private final DnsOptions options = new DnsOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (domains.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), "a domain is missing; allowed: DOMAIN…, or the command check-host");
    }
    DnsRequest request = new DnsRequest(DnsOptions.names(domains), options.selectors(), Map.of());
    Clock clock = Clock.systemUTC();
    PrintWriter out = spec.commandLine().getOut();
    DnsText text = new DnsText(out, Colours.unless(noColour));
    try (Recording dns = options.recording(clock)) {
      DnsCollector collector = new DnsCollector(request, dns, new PolicyFiles(clock), clock);
      try (ProgressLine progress = new ProgressLine(spec.commandLine().getErr(), options.quiet())) {
        collector.ask(progress);
      }
      Unanswered.notes(dns).forEach(spec.commandLine().getErr()::println);
      Function<String, DnsReport> report = domain -> DnsReport.of(domain, request, dns, collector);
      if (format == Format.JSON) {
        json(request.domains(), report, out);
      } else {
        request.domains().forEach(domain -> text.print(report.apply(domain)));
      }
    }
    return ExitCode.OK.code();
  }

  /** A line for each domain, so that both a parser and {@code grep} can read it. */
  private static void json(
      Collection<String> domains, Function<String, DnsReport> report, PrintWriter out) {
    boolean several = domains.size() > 1;
    String separator = several ? "[" : "";
    for (String domain : domains) {
      out.print(separator);
      out.print(DnsJson.of(report.apply(domain)));
      separator = ",\n";
    }
    out.println(several ? "]" : "");
  }
}
