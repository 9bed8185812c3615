package dev.sigillo.cli;

import dev.sigillo.collect.dns.Recording;
import dev.sigillo.incident.blocklist.BlockList;
import dev.sigillo.incident.blocklist.BlockListCheck;
import dev.sigillo.incident.blocklist.Listing;
import dev.sigillo.mailauth.spf.IpAddress;
import dev.sigillo.mailauth.spf.IpPrefix;
import java.io.PrintWriter;
import java.math.BigInteger;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Whether addresses are on block lists now. */
@Command(
    name = "check-ip",
    mixinStandardHelpOptions = true,
    description = {
      "Ask the block lists whether addresses are listed, with time and answer (RFC 5782).",
      "Each list's own test entries are asked first. A list that refuses, does not answer or fails its"
          + " test says nothing of an address: that is never reported as \"not listed\"."
    },
    footer = {
      "",
      "Lists refuse public resolvers such as 8.8.8.8: ask your own, with --resolver.",
      "Example: sigillo incident check-ip 192.0.2.45 198.51.100.0/24 --resolver 192.0.2.53"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class CheckIpCommand implements Callable<Integer> {
  /** Lists count questions, and stop answering whoever puts many. */
  private static final int MOST = 1024;

  private static final int PARALLEL = 16;

  enum Format {
    TEXT,
    JSON
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "IP|CIDR",
      description = "Addresses and ranges, IPv4 or IPv6; 1,024 addresses at most.")
  private List<String> ranges;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text, or json: one object per address and list, a line each.")
  private Format format;

  @Mixin private final ResolverOptions options = new ResolverOptions();
  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    List<IpAddress> addresses = addresses();
    List<BlockList> lists = BlockList.inOperation();
    PrintWriter out = spec.commandLine().getOut();
    ExecutorService pool = Executors.newFixedThreadPool(PARALLEL);
    try (Recording dns = options.recording(Clock.systemUTC())) {
      BlockListCheck check = new BlockListCheck(dns, Clock.systemUTC());
      List<List<Future<Listing>>> asked = new ArrayList<>();
      for (IpAddress address : addresses) {
        asked.add(
            lists.stream().map(list -> pool.submit(() -> check.check(list, address))).toList());
      }
      ListingText text = new ListingText(out);
      for (List<Future<Listing>> one : asked) {
        List<Listing> listings = new ArrayList<>();
        for (Future<Listing> coming : one) {
          listings.add(CheckIpCommand.get(coming));
        }
        if (format == Format.JSON) {
          listings.forEach(listing -> out.println(ListingJson.of(listing)));
        } else {
          text.print(listings);
        }
      }
      if (format == Format.TEXT) {
        text.summary();
      }
    } finally {
      pool.shutdownNow();
    }
    return ExitCode.OK.code();
  }

  private static Listing get(Future<Listing> coming) throws InterruptedException {
    try {
      return coming.get();
    } catch (java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  private List<IpAddress> addresses() {
    List<IpPrefix> prefixes = ranges.stream().map(CheckIpCommand::range).toList();
    BigInteger count =
        prefixes.stream().map(IpPrefix::size).reduce(BigInteger.ZERO, BigInteger::add);
    if (count.compareTo(BigInteger.valueOf(MOST)) > 0) {
      throw new UsageException(
          "%d addresses are too many; allowed are 1024 at once, such as four IPv4 ranges of /24"
              .formatted(count));
    }
    return prefixes.stream().flatMap(IpPrefix::addresses).distinct().toList();
  }

  private static IpPrefix range(String text) {
    return IpPrefix.parse(text)
        .orElseThrow(
            () ->
                new UsageException(
                    "'%s' is no address and no range; allowed: such as 192.0.2.1, 192.0.2.0/24, 2001:db8::1 or 2001:db8::/120"
                        .formatted(Shown.text(text))));
  }
}
