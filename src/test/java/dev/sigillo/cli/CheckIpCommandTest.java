package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.collect.dns.LoopbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CheckIpCommandTest {
  private static final String ZONES =
      """
      2.0.0.127.bl.spamcop.net. 300 IN A 127.0.0.2
      45.2.0.192.bl.spamcop.net. 300 IN A 127.0.0.2
      45.2.0.192.bl.spamcop.net. 300 IN TXT "Blocked - see https://bl.test/\\027[31m"
      2.0.0.127.zen.spamhaus.org. 300 IN A 127.255.255.254
      2.0.0.127.psbl.surriel.com. 300 IN A 127.0.0.2
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer().zone(ZONES).refusing("b.barracudacentral.org");
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void text_says_what_each_list_said_and_when() {
    assertThat(run("192.0.2.45")).as("%s", err).isZero();
    assertThat(out.toString())
        .contains("192.0.2.45\n")
        .containsPattern(
            "LISTED      SpamCop \\(bl\\.spamcop\\.net\\), 20\\d\\d-.*Z: 127\\.0\\.0\\.2 \"Blocked")
        .contains("\\u{1B}[31m")
        .containsPattern("not listed  PSBL")
        .containsPattern("not known   Spamhaus .*refuses.*127\\.255\\.255\\.254")
        .containsPattern("not known   Barracuda .*refuses.*REFUSED")
        .containsPattern("not known   Mailspike .*test entry")
        .contains("1 of 1 address is listed.")
        .contains("Nothing is known from Abusix, Backscatterer, Barracuda,")
        .doesNotContain("SORBS");
  }

  @Test
  void json_has_an_object_for_each_address_and_list() throws IOException {
    assertThat(run("192.0.2.44/31", "--format", "json")).as("%s", err).isZero();
    List<JsonNode> rows = new ArrayList<>();
    for (String line : out.toString().lines().toList()) {
      rows.add(new ObjectMapper().readTree(line));
    }
    assertThat(rows)
        .filteredOn(row -> row.path("list").asText().equals("SpamCop"))
        .extracting(row -> row.path("address").asText() + " " + row.path("state").asText())
        .containsExactly("192.0.2.44 notListed", "192.0.2.45 listed");
    assertThat(rows)
        .filteredOn(row -> row.path("list").asText().equals("Spamhaus"))
        .extracting(row -> row.path("state").asText())
        .containsExactly("refused", "refused");
  }

  @Test
  void a_range_that_is_too_large_is_refused_before_anybody_is_asked() {
    assertThat(run("10.0.0.0/8")).isEqualTo(2);
    assertThat(err.toString()).contains("16777216 addresses are too many; allowed are 1024");
    assertThat(run("2001:db8::/64")).isEqualTo(2);
    assertThat(server.questions()).isEmpty();
  }

  @Test
  void what_is_no_address_is_refused_with_a_sentence() {
    assertThat(run("mail.contoso.com")).isEqualTo(2);
    assertThat(run("192.0.2.0/33")).isEqualTo(2);
    assertThat(err.toString()).contains("'mail.contoso.com' is no address and no range; allowed:");
  }

  private int run(String... args) {
    String[] all =
        Stream.concat(
                Stream.of("incident", "check-ip", "--resolver", server.address().toString()),
                Stream.of(args))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), all);
  }
}
