package dev.sigillo.collect.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.Failure;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.Txt;
import dev.sigillo.mailauth.dkim.Dkim;
import dev.sigillo.mailauth.dkim.DkimSelector;
import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.mailauth.spf.SpfCode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an authoritative server of somebody else's making says, and what we make of it. */
@Tag("interop")
class KnotInteropTest {
  private static final Limits LIMITS = new Limits(2, Duration.ofSeconds(2), 8);

  private static KnotServer server;
  private Recording dns;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException, InterruptedException {
    server = new KnotServer(folder, zones(), List.of("signed.example"));
    for (int i = 0; i < 100 && !isUp(); i++) {
      Thread.sleep(100);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void open() {
    dns = recording();
  }

  @AfterEach
  void close() {
    dns.close();
  }

  @Test
  void includes_are_followed_to_the_end() {
    SpfAnalysis spf = SpfAnalysis.of(dns, "includes.example");
    assertThat(spf.lookups()).isEqualTo(4);
    assertThat(spf.isKnown()).isTrue();
    assertThat(spf.hasErrors()).isFalse();
    assertThat(spf.authorised().ip4Addresses()).isEqualTo(256 + 2);
  }

  @Test
  void loops_end() {
    SpfAnalysis spf = SpfAnalysis.of(dns, "loop.example");
    assertThat(spf.hasErrors()).isTrue();
    assertThat(dns.size()).isLessThan(10);
  }

  @Test
  void eleven_lookups_are_one_too_many() {
    SpfAnalysis spf = SpfAnalysis.of(dns, "eleven.example");
    assertThat(spf.lookups()).isEqualTo(11);
    assertThat(spf.problems()).extracting(p -> p.code()).contains(SpfCode.LOOKUP_LIMIT);
  }

  @Test
  void nothing_there_nothing_of_the_kind_and_not_ours_stay_apart() {
    assertThat(dns.ask(txt("nobody.includes.example"))).isInstanceOf(Answer.NoSuchName.class);
    assertThat(dns.ask(new Question("includes.example", RecordType.MX)))
        .isInstanceOf(Answer.NoData.class);
    assertThat(dns.ask(txt("elsewhere.test")))
        .isEqualTo(new Answer.Failed(Failure.REFUSED, "REFUSED"));
    assertThat(dns.ask(txt("a.example")))
        .isEqualTo(new Answer.Failed(Failure.OTHER_RCODE, "REFERRAL"));
    assertThat(dns.ask(txt("broken.example")))
        .isEqualTo(new Answer.Failed(Failure.SERVFAIL, "SERVFAIL"));
  }

  @Test
  void a_key_in_several_strings_behind_an_alias_into_another_zone() {
    DkimSelector selector = Dkim.of("includes.example", "selector1", dns);
    assertThat(selector.aliases()).containsExactly("s1.other.example");
    assertThat(selector.key().orElseThrow().bits()).isEqualTo(2048);
    String data = dns.ask(txt("s1.other.example")).found().get(0);
    assertThat(Txt.of(data).strings()).extracting(String::length).containsExactly(200, 211);
  }

  @Test
  void what_does_not_fit_into_udp_comes_over_tcp() {
    Answer answer = dns.ask(txt("large.includes.example"));
    assertThat(answer.found()).hasSize(300);
    assertThat(rows().get(0).path("transport").asText()).isEqualTo("tcp");
  }

  @Test
  void what_fits_with_edns_only_comes_over_udp() {
    assertThat(dns.ask(txt("middle.includes.example")).found()).hasSize(4);
    assertThat(rows().get(0).path("transport").asText()).isEqualTo("udp");
  }

  @Test
  void a_signed_zone_shows_its_keys_and_answers_without_signatures() {
    assertThat(dns.ask(new Question("signed.example", RecordType.DNSKEY)).found()).isNotEmpty();
    assertThat(dns.ask(txt("signed.example")).found()).containsExactly("\"v=spf1 -all\"");
    assertThat(rows())
        .allSatisfy(row -> assertThat(row.path("answer").toString()).doesNotContain("RRSIG"));
    assertThat(Dmarc.of("signed.example", dns).p().orElseThrow().policy().name())
        .isEqualTo("REJECT");
  }

  @Test
  void odd_octets_arrive_as_they_are() {
    assertThat(Txt.of(dns.ask(txt("odd.includes.example")).found().get(0)).text())
        .isEqualTo("\u00ff\u0000\"\\;\u00e2\u0080\u00ae");
    assertThat(dns.ask(txt("a@b\\.c\\000.includes.example")).found()).containsExactly("\"x\"");
  }

  private static Map<String, String> zones() {
    Map<String, String> zones = new LinkedHashMap<>();
    zones.put(
        "includes.example",
        zone(
                """
            @ TXT "v=spf1 include:a.includes.example include:b.other.example -all"
            a TXT "v=spf1 ip4:192.0.2.0/24 a:host.includes.example -all"
            host A 198.51.100.1
            host A 198.51.100.2
            selector1._domainkey CNAME s1.other.example.
            odd TXT "\\255\\000\\"\\\\;\\226\\128\\174"
            a\\@b\\.c\\000 TXT "x"
            """)
            + many("large", 300)
            + many("middle", 4));
    zones.put(
        "other.example",
        zone(
            """
            b TXT "v=spf1 include:c.other.example -all"
            c TXT "v=spf1 -all"
            s1 TXT %s
            """
                .formatted(key())));
    zones.put("loop.example", zone("@ TXT \"v=spf1 include:loop.example -all\"\n"));
    StringBuilder eleven = new StringBuilder("@ TXT \"v=spf1");
    for (int i = 0; i < 11; i++) {
      eleven.append(" include:i").append(i).append(".eleven.example");
    }
    eleven.append(" -all\"\n");
    for (int i = 0; i < 11; i++) {
      eleven.append("i").append(i).append(" TXT \"v=spf1 ip4:192.0.2.").append(i).append("\"\n");
    }
    zones.put("eleven.example", zone(eleven.toString()));
    zones.put("signed.example", zone("@ TXT \"v=spf1 -all\"\n_dmarc TXT \"v=DMARC1; p=reject\"\n"));
    zones.put("example", zone("a NS elsewhere.test.\n"));
    zones.put("broken.example", "");
    return zones;
  }

  private static String zone(String records) {
    return """
        $TTL 300
        @ SOA ns hostmaster 1 3600 900 86400 300
        @ NS ns
        ns A 127.0.0.1
        """
        + records;
  }

  private static String many(String name, int count) {
    StringBuilder records = new StringBuilder();
    for (int i = 0; i < count; i++) {
      records.append(name).append(" TXT \"").append("x".repeat(180)).append(i).append("\"\n");
    }
    return records.toString();
  }

  private static String key() {
    String text =
        "v=DKIM1; k=rsa; p="
            + "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAohoPDhGToRO8y7acaWL2w15wsCmwabxgTwODro2c1BeR"
            + "YXfnUMStICo3w4ZrYDtGZDSA7hm0x7OHujF1CoQnXiBmrQ154wtomPyx3Op/VC6+b9di4z15XBvhXh/fLBUdEJ6"
            + "wsybMLmQ+WPQA6vsM3UN5Cv5rl2SylFoM//eLmw5R6NmMIj3GQg9b+vQl2cKNXqII2gZrB07P6xt2wW1VA/LPjd"
            + "RFUEys9YzBgOqM53VaODWDXDIvUH/nPRVAtOEsV19u66jyzZnzcz9a7ATxizix7DnySzI3koVlOGi/+dLx8FYIA"
            + "Z/75wkH1O/gH8/n4C66uwRm/PMW+4JzVwLY+QIDAQAB;";
    return "\"" + text.substring(0, 200) + "\" \"" + text.substring(200) + "\"";
  }

  private static boolean isUp() {
    try (Recording dns = recording()) {
      return !dns.ask(new Question("signed.example", RecordType.DNSKEY)).found().isEmpty();
    }
  }

  private static Recording recording() {
    return new Recording(List.of(server.address()), LIMITS, InstantSource.fixed(Instant.EPOCH));
  }

  private static Question txt(String name) {
    return new Question(name, RecordType.TXT);
  }

  private List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    dns.drain(rows::add);
    return rows;
  }
}
