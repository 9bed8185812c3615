package dev.sigillo.cli;

import dev.sigillo.collect.dns.Limits;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.collect.dns.ServerAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Options about whom to ask. */
final class ResolverOptions {
  @Option(
      names = "--resolver",
      paramLabel = "HOST[:PORT]",
      converter = ToServer.class,
      description =
          "Server to ask, IPv6 in brackets; several are all asked, and must agree (default: the system's resolver).")
  private List<ServerAddress> resolvers = new ArrayList<>();

  @SuppressWarnings("UnusedVariable") // Main looks for it in the arguments
  @Option(names = "--verbose", description = "Stack traces with errors.")
  private boolean verbose;

  /** A resolver with nothing asked. */
  Recording recording(InstantSource clock) {
    return new Recording(resolvers, Limits.DEFAULT, clock);
  }

  /** Reads a server. */
  static final class ToServer implements ITypeConverter<ServerAddress> {
    @Override
    public ServerAddress convert(String value) {
      try {
        return ServerAddress.parse(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
