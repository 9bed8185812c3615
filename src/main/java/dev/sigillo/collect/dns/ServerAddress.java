package dev.sigillo.collect.dns;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xbill.DNS.ResolverConfig;

/** Where a DNS server listens. */
public record ServerAddress(InetSocketAddress socket) {
  private static final int PORT = 53;
  private static final Pattern FORM =
      Pattern.compile("(?:\\[([0-9A-Fa-f:.%\\w]+)]|([^:\\[\\]\\s]+))(?::(\\d{1,5}))?");

  /**
   * Reads {@code HOST}, {@code HOST:PORT} or {@code [IPV6]:PORT}.
   *
   * @throws IllegalArgumentException one sentence, when it is none or the host has no address
   */
  public static ServerAddress parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    int port = form.matches() && form.group(3) != null ? Integer.parseInt(form.group(3)) : PORT;
    if (!form.matches() || port < 1 || port > 65_535) {
      throw new IllegalArgumentException(
          "'%s' is no server; allowed: HOST, HOST:PORT, [IPV6] or [IPV6]:PORT".formatted(text));
    }
    String host = form.group(1) == null ? form.group(2) : form.group(1);
    try {
      return new ServerAddress(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("'%s' has no address".formatted(host), e);
    }
  }

  /** The resolvers that the system uses, first choice first. */
  public static List<ServerAddress> ofSystem() {
    return ResolverConfig.getCurrentConfig().servers().stream().map(ServerAddress::new).toList();
  }

  /** Address and port, as a URI writes them. */
  @Override
  public String toString() {
    InetAddress address = socket.getAddress();
    String host = address == null ? socket.getHostString() : address.getHostAddress();
    return (address instanceof Inet6Address ? "[" + host + "]" : host) + ":" + socket.getPort();
  }
}
