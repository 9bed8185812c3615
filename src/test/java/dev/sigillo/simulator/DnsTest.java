package dev.sigillo.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsTest {

  @Test
  void absent_names_and_absent_records_are_told_apart() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      Message spf = ask(client, "contoso.example.", Type.TXT, false);
      assertThat(spf.getSection(Section.ANSWER)).hasSize(1);
      Message none = ask(client, "nothing.contoso.example.", Type.TXT, false);
      assertThat(none.getRcode()).isEqualTo(Rcode.NXDOMAIN);
      assertThat(none.getSection(Section.AUTHORITY).get(0).getType()).isEqualTo(Type.SOA);
      Message empty = ask(client, "_domainkey.contoso.example.", Type.TXT, true);
      assertThat(empty.getRcode()).isEqualTo(Rcode.NOERROR);
      assertThat(empty.getSection(Section.ANSWER)).isEmpty();
      Message alias = ask(client, "selector1._domainkey.contoso.example.", Type.TXT, true);
      assertThat(alias.getSection(Section.ANSWER)).hasSize(2);
      assertThat(client.simulator.journal().requests("dns:contoso.example")).isEqualTo(1);
    }
  }

  @Test
  void a_long_answer_is_cut_over_udp_and_whole_over_tcp() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      Message whole = ask(client, "long.contoso.example.", Type.TXT, false);
      assertThat(whole.getSection(Section.ANSWER)).hasSize(1);
      assertThat(client.simulator.journal().requests("dns:long.contoso.example")).isEqualTo(2);
    }
  }

  @Test
  void dns_fails_as_asked() throws Exception {
    SmallTenant tenant =
        new SmallTenant(1)
            .with(Fault.always("dns:contoso.example", Fault.Kind.SERVFAIL))
            .with(Fault.always("dns:key.contoso.example", Fault.Kind.TIMEOUT))
            .with(Fault.first(1, "dns:*domainkey.contoso.example", Fault.Kind.TC));
    try (Client client = new Client(tenant)) {
      assertThat(ask(client, "contoso.example.", Type.TXT, false).getRcode())
          .isEqualTo(Rcode.SERVFAIL);
      assertThatThrownBy(() -> ask(client, "key.contoso.example.", Type.TXT, false))
          .isInstanceOf(IOException.class);
      ask(client, "_domainkey.contoso.example.", Type.TXT, false);
      assertThat(client.simulator.journal().requests("dns:_domainkey.contoso.example"))
          .isEqualTo(2);
    }
  }

  @Test
  void the_policy_of_a_domain_is_served_over_https() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      HttpResponse<byte[]> file =
          client.send(
              HttpRequest.newBuilder(
                  URI.create(
                      client.at.web() + "/mta-sts.contoso.example/.well-known/mta-sts.txt")));
      assertThat(new String(file.body(), StandardCharsets.UTF_8)).contains("mode: enforce");
      HttpResponse<byte[]> none =
          client.send(
              HttpRequest.newBuilder(
                  URI.create(client.at.web() + "/mta-sts.other.example/.well-known/mta-sts.txt")));
      assertThat(none.statusCode()).isEqualTo(404);
    }
  }

  private static Message ask(Client client, String name, int type, boolean tcp) throws IOException {
    SimpleResolver resolver = new SimpleResolver(client.at.dns());
    resolver.setTimeout(Duration.ofSeconds(1));
    resolver.setTCP(tcp);
    return resolver.send(
        Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)));
  }
}
