package dev.sigillo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sigillo.collect.dns.LoopbackServer;
import dev.sigillo.mailauth.Agreement;
import dev.sigillo.mailauth.Answer;
import dev.sigillo.mailauth.AnswerSection;
import dev.sigillo.mailauth.Dns;
import dev.sigillo.mailauth.Problem;
import dev.sigillo.mailauth.Question;
import dev.sigillo.mailauth.RecordType;
import dev.sigillo.mailauth.dmarc.Dmarc;
import dev.sigillo.mailauth.dmarc.DmarcCode;
import dev.sigillo.mailauth.spf.SpfAnalysis;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.DnsAnswer;
import dev.sigillo.snapshot.Manifest;
import dev.sigillo.snapshot.Snapshot;
import dev.sigillo.snapshot.Snapshots;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.TenantFactsReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectDnsTest {
  private static final String ZONE =
      """
      contoso.example. 300 IN TXT "v=spf1 include:spf.example -all"
      contoso.example. 300 IN MX 10 mx.contoso.example.
      mx.contoso.example. 300 IN A 192.0.2.1
      selector1._domainkey.contoso.example. 300 IN CNAME s1.contoso.test.
      s1.contoso.test. 300 IN TXT "v=DKIM1; p=AAAA"
      _dmarc.contoso.example. 300 IN TXT "v=DMARC1; p=reject"
      xn--mnchen-3ya.example. 300 IN TXT "v=spf1 -all"
      """;

  @TempDir private Path folder;
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
  void without_a_tenant_the_snapshot_holds_dns_and_says_that_nothing_else_was_asked() {
    Path target = folder.resolve("dns.zip");
    assertThat(run("contoso.example", "-o", target.toString())).isZero();
    try (Snapshot snapshot = Snapshots.open(target)) {
      Manifest manifest = snapshot.manifest();
      assertThat(manifest.tenantId()).isNull();
      assertThat(manifest.datasets()).hasSize(Dataset.values().length);
      DatasetEntry answers = manifest.dataset("dns/answers").orElseThrow();
      assertThat(answers.status()).isEqualTo(Status.COMPLETE);
      assertThat(answers.source()).isEqualTo(server.address().toString());
      assertThat(manifest.dataset("exchange/Get-AcceptedDomain").orElseThrow().reason())
          .isEqualTo("sigillo:only-dns-asked");
      assertThat(rows(snapshot))
          .contains(
              "contoso.example TXT NOERROR",
              "contoso.example MX NOERROR",
              "mx.contoso.example A NOERROR",
              "_25._tcp.mx.contoso.example TLSA NXDOMAIN",
              "_dmarc.contoso.example TXT NOERROR",
              "_mta-sts.contoso.example TXT NXDOMAIN",
              "selector1._domainkey.contoso.example TXT NOERROR",
              "selector1._domainkey.contoso.example CNAME NOERROR",
              "google._domainkey.contoso.example TXT NXDOMAIN")
          .doesNotHaveDuplicates()
          .isSorted();
      assertThat(server.questions()).containsEntry("contoso.example TXT", 1);
    }
    assertThat(out.toString()).contains("dns/answers").contains("Digest:");
  }

  @Test
  void the_analyses_run_again_from_the_snapshot_alone() throws IOException {
    server.zone(
        """
        contoso.example. 300 IN TXT "MS=ms1"
        spf.example. 300 IN TXT "v=spf1 include:deep.example redirect=end.example"
        deep.example. 300 IN TXT "v=spf1 a:mx.contoso.example exists:%{i}.x.example ?all"
        end.example. 300 IN TXT "v=spf1 mx:contoso.example ~all"
        _dmarc.contoso.example. 300 IN TXT "v=DMARC1; p=none"
        """);
    Path target = folder.resolve("dns.zip");
    assertThat(run("contoso.example", "-o", target.toString())).isZero();
    try (Snapshot snapshot = Snapshots.open(target)) {
      Map<Question, List<Answer>> said = new HashMap<>();
      for (DnsAnswer row : TenantFactsReader.read(snapshot).all(DnsAnswer.class)) {
        Question question =
            new Question(row.name().orElse(""), RecordType.valueOf(row.type().orElse("")));
        said.computeIfAbsent(question, q -> new ArrayList<>())
            .add(
                AnswerSection.read(
                    question,
                    row.status().orElse(""),
                    row.answer().orElse(List.of()),
                    row.authenticated().orElse(false)));
      }
      Dns offline = question -> Agreement.of(question, said.getOrDefault(question, List.of()));
      SpfAnalysis spf = SpfAnalysis.of(offline, "contoso.example");
      assertThat(spf.isKnown()).isTrue();
      assertThat(spf.lookups()).isEqualTo(6);
      assertThat(Dmarc.of("contoso.example", offline).problems())
          .extracting(Problem::code)
          .contains(DmarcCode.SEVERAL_RECORDS)
          .doesNotContain(DmarcCode.UNRESOLVED);
    }
  }

  @Test
  void beside_a_tenants_evidence_everything_else_stays_as_it_was() throws IOException {
    Path tenant = folder.resolve("tenant.zip");
    Demo.copySnapshot(tenant);
    byte[] before = Files.readAllBytes(tenant);
    Path target = folder.resolve("both.zip");
    assertThat(run("--domains-of", tenant.toString(), "-o", target.toString())).isZero();
    assertThat(Files.readAllBytes(tenant)).isEqualTo(before);
    try (Snapshot old = Snapshots.open(tenant);
        Snapshot both = Snapshots.open(target)) {
      assertThat(both.manifest().tenantId()).isEqualTo(old.manifest().tenantId());
      for (DatasetEntry entry : old.manifest().datasets()) {
        if (!entry.name().startsWith("dns/") && !entry.name().startsWith("web/")) {
          assertThat(both.manifest().dataset(entry.name())).contains(entry);
        }
      }
      assertThat(rows(both)).anyMatch(row -> row.startsWith("esempio."));
    }
  }

  @Test
  void a_domain_may_be_written_in_any_script() {
    Path target = folder.resolve("dns.zip");
    assertThat(run("M\u00fcnchen.example.", "-o", target.toString())).isZero();
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(rows(snapshot)).contains("xn--mnchen-3ya.example TXT NOERROR");
    }
  }

  @Test
  void selectors_of_the_user_are_asked_for() {
    Path target = folder.resolve("dns.zip");
    assertThat(run("contoso.example", "--selector", "Mine", "-o", target.toString())).isZero();
    try (Snapshot snapshot = Snapshots.open(target)) {
      assertThat(rows(snapshot)).contains("mine._domainkey.contoso.example TXT NXDOMAIN");
    }
  }

  @Test
  void a_mistake_gets_one_sentence() {
    String target = folder.resolve("dns.zip").toString();
    assertThat(run("-o", target)).isEqualTo(2);
    assertThat(err.toString()).contains("nothing to ask about");
    assertThat(run("contoso..example", "-o", target)).isEqualTo(2);
    assertThat(err.toString()).contains("'contoso..example' is no domain; allowed:");
    assertThat(run("contoso.example", "-o", target, "--resolver", "::1")).isEqualTo(2);
    assertThat(err.toString()).contains("'::1' is no server; allowed: HOST, HOST:PORT, [IPV6]");
    assertThat(run("--domains-of", target, "-o", target)).isEqualTo(2);
    assertThat(err.toString()).contains("a snapshot is never changed");
    assertThat(Path.of(target)).doesNotExist();
  }

  private int run(String... more) {
    String[] args = new String[more.length + 4];
    args[0] = "collect";
    args[1] = "dns";
    args[2] = "--resolver";
    args[3] = server.address().toString();
    System.arraycopy(more, 0, args, 4, more.length);
    return Main.run(new PrintWriter(out), new PrintWriter(err), args);
  }

  private static List<String> rows(Snapshot snapshot) {
    return TenantFactsReader.read(snapshot).all(DnsAnswer.class).stream()
        .map(
            row ->
                row.name().orElse("?")
                    + " "
                    + row.type().orElse("?")
                    + " "
                    + row.status().orElse("?"))
        .toList();
  }
}
