package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.incident.blocklist.BlockList;
import dev.sigillo.incident.blocklist.BlockListCheck;
import dev.sigillo.incident.blocklist.Listing;
import dev.sigillo.incident.blocklist.Listing.State;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.spf.IpAddress;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists served by a name server of somebody else's making. */
@Tag("interop")
class BlockListInteropTest {
  private static final String START =
      "$TTL 300\n@ SOA ns hostmaster 1 3600 900 86400 300\n@ NS ns\nns A 127.0.0.1\n";
  private static final String TESTS = "2.0.0.127 A 127.0.0.2\n2.0.0.127 TXT \"test entry\"\n";

  private static KnotServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    server =
        new KnotServer(
            folder,
            Map.of(
                "good.test",
                START + TESTS + "45.2.0.192 A 127.0.0.2\n45.2.0.192 TXT \"see good.test\"\n",
                "refusing.test",
                START + "* A 127.255.255.254\n* TXT \"Error: open resolver\"\n",
                "everything.test",
                START + "* A 127.0.0.2\n",
                "empty.test",
                START,
                "broken.test",
                ""),
            List.of());
    for (int i = 0; i < 100 && check("good.test", "192.0.2.45").failure() != null; i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void answers_of_every_kind_are_kept_apart() {
    Listing listed = check("good.test", "192.0.2.45");
    assertThat(listed.state()).isEqualTo(State.LISTED);
    assertThat(listed.texts()).containsExactly("see good.test");
    assertThat(check("good.test", "192.0.2.46").state()).isEqualTo(State.NOT_LISTED);
    assertThat(check("refusing.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
    assertThat(check("everything.test", "192.0.2.45").state()).isEqualTo(State.LISTS_EVERYTHING);
    assertThat(check("empty.test", "192.0.2.45").state()).isEqualTo(State.NOT_WORKING);
    assertThat(check("broken.test", "192.0.2.45").failure()).isEqualTo(Failure.SERVFAIL);
    assertThat(check("elsewhere.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
  }

  @Test
  void a_server_that_says_nothing_is_a_time_out() throws IOException {
    try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      ServerAddress address = new ServerAddress((InetSocketAddress) silent.getLocalSocketAddress());
      assertThat(check(address, "good.test", "192.0.2.45").failure()).isEqualTo(Failure.TIMEOUT);
      assertThat(check(address, "good.test", "192.0.2.45").state()).isEqualTo(State.NO_ANSWER);
    }
  }

  private static Listing check(String zone, String address) {
    return check(server.address(), zone, address);
  }

  private static Listing check(ServerAddress asked, String zone, String address) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    try (Recording dns =
        new Recording(List.of(asked), new Limits(1, Duration.ofMillis(500), 8), clock)) {
      return new BlockListCheck(dns, clock)
          .check(new BlockList(zone, zone, null), IpAddress.parse(address).orElseThrow());
    }
  }
}
