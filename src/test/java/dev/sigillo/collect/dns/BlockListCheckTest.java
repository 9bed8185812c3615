package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.incident.blocklist.BlockList;
import dev.sigillo.incident.blocklist.BlockListCheck;
import dev.sigillo.incident.blocklist.Listing;
import dev.sigillo.incident.blocklist.Listing.State;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.spf.IpAddress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server on loopback that plays lists, good and bad. */
class BlockListCheckTest {
  static final String TESTS =
      """
      2.0.0.127.%1$s. 300 IN A 127.0.0.2
      2.0.0.127.%1$s. 300 IN TXT "test entry"
      """;
  private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

  private LoopbackServer server;
  private Recording dns;
  private BlockListCheck check;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer();
    dns =
        new Recording(
            List.of(server.address()),
            new Limits(2, Duration.ofMillis(150), 8),
            InstantSource.fixed(NOW));
    check = new BlockListCheck(dns, InstantSource.fixed(NOW));
  }

  @AfterEach
  void stop() throws IOException {
    dns.close();
    server.close();
  }

  @Test
  void listed_and_not_listed_addresses_are_told_apart_with_answer_and_time() throws IOException {
    server.zone(TESTS.formatted("bl.test"));
    server.zone(
        """
        45.2.0.192.bl.test. 300 IN A 127.0.0.2
        45.2.0.192.bl.test. 300 IN TXT "Blocked - see https://bl.test/?192.0.2.45"
        """);

    Listing listed = check("bl.test", "192.0.2.45");
    assertThat(listed.state()).isEqualTo(State.LISTED);
    assertThat(listed.answers()).containsExactly("127.0.0.2");
    assertThat(listed.texts()).containsExactly("Blocked - see https://bl.test/?192.0.2.45");
    assertThat(listed.question()).isEqualTo("45.2.0.192.bl.test");
    assertThat(listed.time()).isEqualTo(NOW);
    assertThat(check("bl.test", "192.0.2.46").state()).isEqualTo(State.NOT_LISTED);
    assertThat(check("bl.test", "::ffff:192.0.2.45").state()).isEqualTo(State.LISTED);
  }

  @Test
  void test_entries_are_asked_once_however_many_addresses_follow() throws IOException {
    server.zone(TESTS.formatted("bl.test"));
    for (int i = 0; i < 20; i++) {
      check("bl.test", "192.0.2." + i);
    }
    assertThat(server.asked("2.0.0.127.bl.test")).isEqualTo(2); // A and TXT
    assertThat(server.asked("1.0.0.127.bl.test")).isEqualTo(1);
  }

  @Test
  void a_list_without_its_test_entry_says_nothing() throws IOException {
    server.zone("bl.test. 300 IN SOA ns.bl.test. h.bl.test. 1 1 1 1 1");
    assertThat(check("bl.test", "192.0.2.45").state()).isEqualTo(State.NOT_WORKING);
    assertThat(server.asked("45.2.0.192.bl.test")).isZero();
  }

  @Test
  void a_list_that_lists_everything_says_nothing() throws IOException {
    server.zone(TESTS.formatted("bl.test"));
    server.zone("1.0.0.127.bl.test. 300 IN A 127.0.0.2");
    assertThat(check("bl.test", "192.0.2.45").state()).isEqualTo(State.LISTS_EVERYTHING);
  }

  @Test
  void refusals_are_no_listing_and_no_absence() throws IOException {
    server.zone(
        """
        2.0.0.127.bl.test. 300 IN A 127.255.255.254
        2.0.0.127.words.test. 300 IN A 127.0.0.2
        2.0.0.127.words.test. 300 IN TXT "Query refused: you use an open resolver"
        """);
    server.zone(TESTS.formatted("later.test"));
    server.zone("45.2.0.192.later.test. 300 IN A 127.255.255.255");
    server.refusing("rcode.test");
    assertThat(check("bl.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
    assertThat(check("bl.test", "192.0.2.45").answers()).containsExactly("127.255.255.254");
    assertThat(check("words.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
    assertThat(check("later.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
    assertThat(check("rcode.test", "192.0.2.45").state()).isEqualTo(State.REFUSED);
    assertThat(check("rcode.test", "192.0.2.45").failure()).isEqualTo(Failure.REFUSED);
  }

  @Test
  void time_out_and_server_failure_are_no_absence() throws IOException {
    server.zone(TESTS.formatted("bl.test"));
    server.fault("45.2.0.192.bl.test", (query, answer, tcp) -> null);
    server.fault(
        "46.2.0.192.bl.test",
        (query, answer, tcp) -> {
          answer.getHeader().setRcode(org.xbill.DNS.Rcode.SERVFAIL);
          return answer.toWire();
        });
    assertThat(check("bl.test", "192.0.2.45").state()).isEqualTo(State.NO_ANSWER);
    assertThat(check("bl.test", "192.0.2.45").failure()).isEqualTo(Failure.TIMEOUT);
    assertThat(check("bl.test", "192.0.2.46").failure()).isEqualTo(Failure.SERVFAIL);
    assertThat(check("bl.test", "192.0.2.47").state()).isEqualTo(State.NOT_LISTED);
  }

  @Test
  void answers_that_somebody_rewrites_are_no_listing() throws IOException {
    server.zone(TESTS.formatted("bl.test"));
    server.zone("45.2.0.192.bl.test. 300 IN A 203.0.113.80");
    server.zone("46.2.0.192.bl.test. 300 IN A 127.0.0.1");
    assertThat(check("bl.test", "192.0.2.45").state()).isEqualTo(State.NO_LISTING);
    assertThat(check("bl.test", "192.0.2.46").state()).isEqualTo(State.NO_LISTING);
  }

  @Test
  void ipv6_is_asked_by_nibbles_and_has_test_entries_of_its_own() throws IOException {
    String list = "2.0.0.0.0.0.f.7.f.f.f.f.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.v6.test.";
    server.zone(TESTS.formatted("v4.test"));
    server.zone(list + " 300 IN A 127.0.0.2");
    server.zone(
        "1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.v6.test. 300 IN A 127.0.0.3");
    assertThat(check("v4.test", "2001:db8::1").state()).isEqualTo(State.NOT_WORKING);
    assertThat(check("v6.test", "2001:db8::1").answers()).containsExactly("127.0.0.3");
    assertThat(check("v6.test", "2001:db8::2").state()).isEqualTo(State.NOT_LISTED);
  }

  @Test
  void closed_lists_are_never_asked() {
    assertThat(BlockList.inOperation())
        .extracting(BlockList::name)
        .contains("SpamCop", "Spamhaus")
        .doesNotContain("SORBS", "Manitu", "Microsoft S3140");
  }

  private Listing check(String zone, String address) {
    return check.check(new BlockList(zone, zone, null), IpAddress.parse(address).orElseThrow());
  }
}
