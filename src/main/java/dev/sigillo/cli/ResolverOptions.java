package dev.sigillo.cli;

import dev.sigillo.collect.dns.Limits;
import dev.sigillo.collect.dns.Recording;
import dev.sigillo.collect.dns.ServerAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
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

  /** A resolver with nothing asked, that asks a server of one's own where none is named. */
  Recording recording(InstantSource clock, @Nullable String otherwise) {
    return resolvers.isEmpty() && otherwise != null
        ? new Recording(List.of(ServerAddress.parse(otherwise)), Limits.LOCAL, clock)
        : recording(clock);
  }

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
