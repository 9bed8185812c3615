package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sigillo.collect.dns.LoopbackServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DnsCommandTest {
  private static final String KEY =
      "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAohoPDhGToRO8y7acaWL2w15wsCmwabxgTwODro2c1BeRYXfn"
          + "UMStICo3w4ZrYDtGZDSA7hm0x7OHujF1CoQnXiBmrQ154wtomPyx3Op/VC6+b9di4z15XBvhXh/fLBUdEJ6wsybML"
          + "mQ+WPQA6vsM3UN5Cv5rl2SylFoM//eLmw5R6NmMIj3GQg9b+vQl2cKNXqII2gZrB07P6xt2wW1VA/LPjdRFUEys9Y"
          + "zBgOqM53VaODWDXDIvUH/nPRVAtOEsV19u66jyzZnzcz9a7ATxizix7DnySzI3koVlOGi/+dLx8FYIAZ/75wkH1O/"
          + "gH8/n4C66uwRm/PMW+4JzVwLY+QIDAQAB";
  private static final String ZONE =
      """
      contoso.example. 300 IN SOA ns.contoso.example. h.contoso.example. 1 1 1 1 1
      contoso.example. 300 IN TXT "v=spf1 include:spf.test include:gone.test -all"
      spf.test. 300 IN TXT "v=spf1 ip4:192.0.2.0/24 redirect=more.test"
      more.test. 300 IN TXT "v=spf1 a:mx.contoso.example ~all"
      contoso.example. 300 IN MX 10 mx.contoso.example.
      mx.contoso.example. 300 IN A 192.0.2.1
      _dmarc.contoso.example. 300 IN TXT "v=DMARC1; p=reject; sp=none; rua=mailto:d@contoso.example"
      selector1._domainkey.contoso.example. 300 IN CNAME s1.contoso.test.
      s1.contoso.test. 300 IN TXT "v=DKIM1; k=rsa; p=%s" "%s"
      google._domainkey.contoso.example. 300 IN TXT "v=DKIM1; p="
      evil.example. 300 IN TXT "v=spf1 \\027[31m\\226\\128\\174 -all"
      """
          .formatted(KEY.substring(0, 200), KEY.substring(200));

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private LoopbackServer server;

  @BeforeEach
  void start() throws IOException {
    server = new LoopbackServer().zone(ZONE);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  @Test
  void json_says_what_is_published_and_what_it_means() throws IOException {
    JsonNode json = json("contoso.example");
    JsonNode spf = json.path("spf");
    assertThat(spf.path("state").asText()).isEqualTo("present");
    assertThat(spf.path("record").asText()).startsWith("v=spf1 include:spf.test");
    assertThat(spf.path("lookups").asInt()).isEqualTo(4);
    assertThat(spf.path("all").asText()).isEqualTo("-all");
    assertThat(texts(spf.path("problems"))).anyMatch(text -> text.contains("gone.test"));
    JsonNode dmarc = json.path("dmarc");
    assertThat(dmarc.path("state").asText()).isEqualTo("present");
    assertThat(dmarc.path("foundAt").asText()).isEqualTo("contoso.example");
    assertThat(dmarc.path("p").asText()).isEqualTo("reject");
    assertThat(dmarc.path("sp").asText()).isEqualTo("none");
    assertThat(dmarc.path("np").asText()).isEqualTo("none");
    JsonNode first = json.path("dkim").path("selector1");
    assertThat(first.path("state").asText()).isEqualTo("present");
    assertThat(first.path("present").asBoolean()).isTrue();
    assertThat(first.path("bits").asInt()).isEqualTo(2048);
    assertThat(texts(first.path("aliases"))).containsExactly("s1.contoso.test");
    assertThat(json.path("dkim").path("selector2").path("state").asText()).isEqualTo("absent");
    assertThat(json.path("dkim").path("google").path("revoked").asBoolean()).isTrue();
    assertThat(json.path("dkim").has("k1")).isFalse();
    assertThat(json.path("mx").path("hosts").path(0).path("host").asText())
        .isEqualTo("mx.contoso.example");
    assertThat(json.path("mtaSts").path("state").asText()).isEqualTo("absent");
  }

  @Test
  void a_domain_without_records_is_absent_and_one_without_answers_unknown() throws IOException {
    server.close();
    server =
        new LoopbackServer().zone("there.example. 60 IN A 192.0.2.1\n").refusing("silent.example");
    for (String state : List.of("absent", "unknown")) {
      JsonNode json = json(state.equals("absent") ? "there.example" : "silent.example");
      assertThat(json.path("spf").path("state").asText()).isEqualTo(state);
      assertThat(json.path("dmarc").path("state").asText()).isEqualTo(state);
      assertThat(json.path("dkim").path("selector1").path("state").asText()).isEqualTo(state);
      assertThat(json.path("mtaSts").path("state").asText()).isEqualTo(state);
      assertThat(json.path("dkim").path("selector1").path("present").isNull())
          .isEqualTo(state.equals("unknown"));
    }
  }

  @Test
  void text_shows_the_tree_of_includes_with_what_it_costs() {
    assertThat(run("contoso.example")).as("%s", err).isZero();
    assertThat(out.toString())
        .contains("SPF      present  4 of 10 lookups")
        .contains("├─ include:spf.test  2 lookups")
        .contains("│  └─ redirect=more.test  1 lookup")
        .contains("└─ include:gone.test")
        .contains("DMARC    present  at contoso.example")
        .contains("in force: p=reject, subdomains sp=none")
        .contains("selector1    present, rsa 2048 bits")
        .contains("→ s1.contoso.test")
        .contains("google       present, revoked");
    assertThat(out.toString()).doesNotContain("\u001b");
  }

  @Test
  void what_steers_a_terminal_is_shown_and_not_obeyed() throws IOException {
    assertThat(run("evil.example")).isZero();
    assertThat(out.toString())
        .contains("\\u{1B}[31m\\u{E2}")
        .matches("(?s)[^\u001b\u202e\u0080-\u009f]*");
    out.getBuffer().setLength(0);
    json("evil.example");
    assertThat(out.toString()).matches("[ -~\r\n]*");
  }

  @Test
  void servers_that_differ_are_told_and_make_it_unknown() throws IOException {
    try (LoopbackServer other = new LoopbackServer().zone(ZONE.replace("-all", "+all"))) {
      assertThat(run("contoso.example", "--resolver", other.address().toString())).isZero();
      assertThat(err.toString())
          .contains("Servers answered differently")
          .contains("TXT contoso.example");
      assertThat(out.toString()).contains("SPF      unknown");
    }
  }

  @Test
  void several_domains_give_an_array_with_a_line_each() throws IOException {
    assertThat(run("contoso.example", "evil.example", "--format", "json")).isZero();
    assertThat(new ObjectMapper().readTree(out.toString()).findValuesAsText("domain"))
        .containsExactly("contoso.example", "evil.example");
    assertThat(out.toString().lines()).hasSize(2);
  }

  @Test
  void check_host_prints_the_result_and_the_term_that_decided() {
    String resolver = server.address().toString();
    assertThat(
            Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "dns",
                "check-host",
                "--ip",
                "192.0.2.77",
                "--mail-from",
                "a@contoso.example",
                "--helo",
                "mx.example",
                "--resolver",
                resolver))
        .as("%s", err)
        .isZero();
    assertThat(out.toString().lines().toList())
        .startsWith("pass", "By contoso.example, position 8: include:spf.test")
        .contains("By spf.test, position 8: ip4:192.0.2.0/24");
  }

  @Test
  void a_mistake_gets_one_sentence() {
    assertThat(run()).isEqualTo(2);
    assertThat(err.toString()).contains("a domain is missing");
    assertThat(
            Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                "dns",
                "check-host",
                "--ip",
                "192.0.2",
                "--mail-from",
                "",
                "--helo",
                "x"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("'192.0.2' is no address; allowed: IPv4 or IPv6");
  }

  private JsonNode json(String domain) throws IOException {
    out.getBuffer().setLength(0);
    assertThat(run(domain, "--format", "json")).as("%s", err).isZero();
    return new ObjectMapper().readTree(out.toString());
  }

  private int run(String... more) {
    String[] args =
        Stream.concat(
                Stream.of("dns", "--resolver", server.address().toString()), Arrays.stream(more))
            .toArray(String[]::new);
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static List<String> texts(JsonNode list) {
    return new ObjectMapper()
        .convertValue(list, new com.fasterxml.jackson.core.type.TypeReference<>() {});
  }
}
