package dev.sigillo.collect.dns;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Knot DNS, an authoritative server, on a free port of loopback. */
final class KnotServer implements AutoCloseable {
  private static final String PROGRAM = "/usr/sbin/knotd";

  private final Process process;
  private final ServerAddress address;

  /**
   * Starts the server.
   *
   * @param folder for its configuration and data
   * @param zones master files by zone; an empty one is a zone that cannot be loaded
   * @param signed zones to sign
   */
  KnotServer(Path folder, Map<String, String> zones, List<String> signed) throws IOException {
    int port = freePort();
    address =
        new ServerAddress(
            new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    StringBuilder conf =
        new StringBuilder(
            """
            server:
                listen: 127.0.0.1@%d
                rundir: %s
            database:
                storage: %s
            template:
              - id: default
                storage: %s
                file: "%%s.zone"
            zone:
            """
                .formatted(port, folder, folder, folder));
    for (Map.Entry<String, String> zone : zones.entrySet()) {
      if (!zone.getValue().isEmpty()) {
        Files.writeString(folder.resolve(zone.getKey() + ".zone"), zone.getValue());
      }
      conf.append("  - domain: ").append(zone.getKey()).append('\n');
      if (signed.contains(zone.getKey())) {
        conf.append("    dnssec-signing: on\n");
      }
    }
    Path file = Files.writeString(folder.resolve("knot.conf"), conf);
    process =
        new ProcessBuilder(PROGRAM, "-c", file.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("knot.log").toFile())
            .start();
  }

  ServerAddress address() {
    return address;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(10, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    try (ServerSocket tcp = new ServerSocket(0, 1, loopback);
        DatagramSocket udp = new DatagramSocket(tcp.getLocalPort(), loopback)) {
      return udp.getLocalPort();
    }
  }
}
