package dev.sigillo.cli;

import dev.sigillo.collect.dns.DnsCollector;
import dev.sigillo.collect.dns.DnsRequest;
import dev.sigillo.collect.dns.DnsSnapshot;
import dev.sigillo.collect.dns.PolicyFiles;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads a tenant. */
@Command(
    name = "collect",
    mixinStandardHelpOptions = true,
    abbreviateSynopsis = true,
    description = {
      "Collect the evidence about a tenant into a snapshot: Microsoft Graph, Exchange Online, DNS.",
      "Reads only. 'sigillo doctor' says first what the identity may read."
    },
    footer = {
      "",
      "Examples: sigillo collect --tenant ID --certificate app.pem -o tenant.zip",
      "          sigillo collect dns contoso.com -o contoso-dns.zip"
    },
    subcommands = CollectCommand.Dns.class)
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CollectCommand implements Callable<Integer> {
  @Mixin private final SignInOptions signIn = new SignInOptions();
  @Mixin private final TenantOptions tenant = new TenantOptions();
  @Mixin private final DnsOptions dns = new DnsOptions();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "SNAPSHOT",
      description = "Where the snapshot goes.")
  private @Nullable Path output;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    if (output == null) {
      throw new ParameterException(
          spec.commandLine(), "-o is missing; allowed: the name of a file to write");
    }
    Target.file(output);
    if (!tenant.resume() && Files.exists(output)) {
      throw new UsageException(
          output + " is there already; allowed: a new name, so that no evidence is lost");
    }
    Clock clock = Clock.systemUTC();
    PrintWriter err = spec.commandLine().getErr();
    Session session = signIn.open(err, clock);
    dns.policy().ifPresent(session::mustBeTenantOf);
    try (Recording recording = dns.recording(clock, session.dns())) {
      new TenantCollecting(session, tenant.wish(), clock, err, dns.quiet())
          .collect(output, tenant.resume(), recording, dns.selectors());
      return ImportCommand.report(spec, output, Unanswered.notes(recording));
    }
  }

  /** What DNS says. */
  @Command(
      name = "dns",
      mixinStandardHelpOptions = true,
      description = {
        "Collect what DNS says about domains, and the policy files of MTA-STS.",
        "With --domains-of, the new snapshot also holds everything of the one named, which stays as it is."
      },
      footer = {
        "",
        "Examples: sigillo collect dns contoso.com fabrikam.com -o dns.zip",
        "          sigillo collect dns --domains-of tenant.zip -o tenant-dns.zip --resolver 9.9.9.9"
      })
  static final class Dns implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "DOMAIN", description = "Domains, in any script.")
    private List<String> domains = new ArrayList<>();

    @Option(
        names = "--domains-of",
        paramLabel = "SNAPSHOT",
        description = "Snapshot whose accepted domains are asked about too.")
    private @Nullable Path tenant;

    @Option(
        names = {"-o", "--output"},
        paramLabel = "SNAPSHOT",
        required = true,
        description = "Where the new snapshot goes.")
    private Path output;

    @Mixin private final DnsOptions options = new DnsOptions();
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      if (domains.isEmpty() && tenant == null) {
        throw new ParameterException(
            spec.commandLine(), "nothing to ask about; allowed: DOMAIN… or --domains-of SNAPSHOT");
      }
      if (tenant == null) {
        return collect(null);
      }
      if (output.toAbsolutePath().normalize().equals(tenant.toAbsolutePath().normalize())) {
        throw new UsageException(
            output + ": a snapshot is never changed; name another file to write to");
      }
      try (Snapshot snapshot = Snapshots.open(tenant)) {
        return collect(snapshot);
      }
    }

    private int collect(@Nullable Snapshot given) {
      DnsRequest typed = new DnsRequest(DnsOptions.names(domains), options.selectors(), Map.of());
      Clock clock = Clock.systemUTC();
      PrintWriter err = spec.commandLine().getErr();
      DnsRequest request =
          given == null ? typed : DnsSnapshot.withDomainsOf(given, typed, err::println);
      try (Recording dns = options.recording(clock);
          ProgressLine progress = new ProgressLine(err, options.quiet())) {
        DnsCollector collector = new DnsCollector(request, dns, new PolicyFiles(clock), clock);
        DnsSnapshot.write(given, collector, output, Version.current(), progress);
        return ImportCommand.report(spec, output, Unanswered.notes(dns));
      }
    }
  }
}
