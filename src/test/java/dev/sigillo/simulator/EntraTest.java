package dev.sigillo.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.TokenRequestContext;
import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class EntraTest {
  private static final String GRAPH = "https://graph.microsoft.com/.default";

  @Test
  void a_right_secret_gives_a_token_and_wrong_ones_give_microsofts_codes() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      assertThat(client.token("https://graph.microsoft.com").split("\\.")).hasSize(3);
      assertThat(code(client, SmallTenant.ID, Map.of("client_secret", "wrong"))).isEqualTo(7000215);
      assertThat(code(client, SmallTenant.ID, Map.of("client_id", SmallTenant.id(7))))
          .isEqualTo(700016);
      assertThat(code(client, "fabrikam.example", Map.of())).isEqualTo(90002);
      assertThat(
              code(
                  client,
                  SmallTenant.ID,
                  Map.of("client_id", SmallTenant.EXPIRED, "client_secret", "old")))
          .isEqualTo(7000222);
      assertThat(code(client, SmallTenant.ID, Map.of("scope", "https://nowhere.example/.default")))
          .isEqualTo(500011);
      assertThat(code(client, SmallTenant.ID, Map.of("client_assertion", "a.b.c")))
          .isEqualTo(700027);
      assertThat(client.simulator.journal().secretsInUrls()).isZero();
    }
  }

  @Test
  void a_device_code_is_pending_and_then_done() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      String base = client.at.authority() + "/" + SmallTenant.ID + "/oauth2/v2.0/";
      JsonNode device =
          Client.json(
              client.form(
                  base + "devicecode", Map.of("client_id", SmallTenant.CLIENT, "scope", GRAPH)));
      Map<String, String> poll =
          Map.of(
              "grant_type",
              "urn:ietf:params:oauth:grant-type:device_code",
              "client_id",
              SmallTenant.CLIENT,
              "device_code",
              device.path("device_code").asText(),
              "scope",
              GRAPH);
      assertThat(Client.json(client.form(base + "token", poll)).path("error").asText())
          .isEqualTo("authorization_pending");
      JsonNode token = Client.json(client.form(base + "token", poll));
      assertThat(token.has("id_token")).isTrue();
      assertThat(token.has("client_info")).isTrue();
      assertThat(client.graph("users?$top=1", token.path("access_token").asText()).statusCode())
          .isEqualTo(200);
    }
  }

  @Test
  void a_managed_identity_needs_its_header() throws Exception {
    try (Client client = new Client(new SmallTenant(1))) {
      URI url =
          URI.create(
              client.at.managedIdentity()
                  + "?api-version=2019-08-01&resource=https://graph.microsoft.com");
      HttpResponse<byte[]> refused = client.send(HttpRequest.newBuilder(url));
      assertThat(refused.statusCode()).isEqualTo(401);
      HttpResponse<byte[]> given =
          client.send(
              HttpRequest.newBuilder(url).header("X-IDENTITY-HEADER", client.at.identityHeader()));
      String token = Client.json(given).path("access_token").asText();
      assertThat(client.graph("users?$top=1", token).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void azure_identity_signs_in_with_secret_and_with_certificate() throws IOException {
    HeldCertificate held = new HeldCertificate.Builder().commonName("sigillo").rsa2048().build();
    InstantSource now = InstantSource.system();
    SimulatorOptions options =
        SimulatorOptions.at(now).withCertificates(SmallTenant.CLIENT, List.of(held.certificate()));
    try (Simulator simulator = Simulator.start(new SmallTenant(1), options)) {
      HttpClient http =
          new JdkHttpClientBuilder(
                  java.net.http.HttpClient.newBuilder().sslContext(simulator.endpoints().tls()))
              .build();
      TokenRequestContext scope = new TokenRequestContext().addScopes(GRAPH);
      String bySecret =
          new ClientSecretCredentialBuilder()
              .authorityHost(simulator.endpoints().authority().toString())
              .disableInstanceDiscovery()
              .httpClient(http)
              .tenantId(SmallTenant.ID)
              .clientId(SmallTenant.CLIENT)
              .clientSecret(SmallTenant.SECRET)
              .build()
              .getTokenSync(scope)
              .getToken();
      assertThat(bySecret.split("\\.")).hasSize(3);
      String pem = held.privateKeyPkcs8Pem() + held.certificatePem();
      String byCertificate =
          new ClientCertificateCredentialBuilder()
              .authorityHost(simulator.endpoints().authority().toString())
              .disableInstanceDiscovery()
              .httpClient(http)
              .tenantId(SmallTenant.ID)
              .clientId(SmallTenant.CLIENT)
              .pemCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)))
              .build()
              .getTokenSync(scope)
              .getToken();
      assertThat(byCertificate.split("\\.")).hasSize(3);
    }
  }

  private static int code(Client client, String tenant, Map<String, String> changes) {
    Map<String, String> form =
        new TreeMap<>(
            Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                SmallTenant.CLIENT,
                "client_secret",
                SmallTenant.SECRET,
                "scope",
                GRAPH));
    form.putAll(changes);
    JsonNode body =
        Client.json(client.form(client.at.authority() + "/" + tenant + "/oauth2/v2.0/token", form));
    assertThat(body.path("error_description").asText()).startsWith("AADSTS");
    return body.path("error_codes").path(0).asInt();
  }
}
