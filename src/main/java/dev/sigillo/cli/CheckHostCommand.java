package dev.sigillo.cli;

import dev.sigillo.collect.dns.Recording;
import dev.sigillo.mailauth.spf.CheckHost;
import dev.sigillo.mailauth.spf.IpAddress;
import dev.sigillo.mailauth.spf.Place;
import dev.sigillo.mailauth.spf.SpfCheck;
import dev.sigillo.mailauth.spf.SpfRequest;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** RFC 7208's function, for one client. */
@Command(
    name = "check-host",
    mixinStandardHelpOptions = true,
    description =
        "Check one client against SPF as a receiver does (RFC 7208), and say which term decided.",
    footer = {
      "",
      "Example: sigillo dns check-host --ip 192.0.2.1 --mail-from a@contoso.com --helo mx.contoso.com"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckHostCommand implements Callable<Integer> {
  @Option(
      names = "--ip",
      paramLabel = "IP",
      required = true,
      description = "Address of the client, IPv4 or IPv6.")
  private String ip;

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      required = true,
      description = "Address of MAIL FROM; \"\" for a bounce.")
  private String mailFrom;

  @Option(
      names = "--helo",
      paramLabel = "NAME",
      required = true,
      description = "What the client calls itself.")
  private String helo;

  @Mixin private final ResolverOptions options = new ResolverOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SpfRequest request = request();
    try (Recording dns = options.recording(Clock.systemUTC())) {
      SpfCheck check = CheckHost.check(dns, request);
      out.println(check.result());
      if (!check.explanation().isEmpty()) {
        out.println("Explanation: " + Shown.text(check.explanation()));
      }
      for (Place place : check.path()) {
        out.println(
            "By %s, position %d: %s"
                .formatted(
                    Shown.text(place.domain()), place.position() + 1, Shown.text(place.term())));
      }
      if (check.problem() != null) {
        out.println("Problem: " + Shown.text(check.problem().toString()));
      }
      out.println(
          "Lookups: %d of 10, %d of 2 void".formatted(check.lookups(), check.voidLookups()));
    }
    return ExitCode.OK.code();
  }

  private SpfRequest request() {
    IpAddress address =
        IpAddress.parse(ip)
            .orElseThrow(
                () ->
                    new UsageException(
                        "'%s' is no address; allowed: IPv4 or IPv6, such as 192.0.2.1 or 2001:db8::1"
                            .formatted(Shown.text(ip))));
    try {
      return SpfRequest.of(address, mailFrom, helo);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
