package dev.sigillo.collect.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.TokenRequestContext;
import dev.sigillo.collect.run.Cloud;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignInTest {
  private static final HeldCertificate OWN =
      new HeldCertificate.Builder().commonName("sigillo").rsa2048().build();

  @TempDir private Path folder;
  private final TokenEndpoint endpoint = new TokenEndpoint();
  private final List<String> shown = new ArrayList<>();
  private SecureServer server;

  @BeforeEach
  void serve() throws IOException {
    server = new SecureServer(endpoint);
    endpoint.trust(OWN.certificate());
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void an_application_signs_in_with_a_secret() {
    SignIn signIn = signIn(secret(TokenEndpoint.SECRET));

    Identity identity = signIn.identity(cloud().graph());

    assertThat(signIn.tenantId()).isEqualTo(TokenEndpoint.TENANT);
    assertThat(identity.name()).isEqualTo("Sigillo audit, " + TokenEndpoint.CLIENT);
    assertThat(identity.permissions()).containsExactly("Domain.Read.All", "User.Read.All");
    assertThat(signIn.rights())
        .containsExactly("Domain.Read.All", "User.Read.All", "Entra ID: Global Reader");
    assertThat(endpoint.asked().get(0).get("scope"))
        .startsWith("https://graph.microsoft.com/.default");
  }

  @Test
  void a_token_is_asked_for_once_for_each_service() {
    SignIn signIn = signIn(secret(TokenEndpoint.SECRET));

    signIn.identity(cloud().graph());
    signIn.identity(cloud().exchange());
    signIn.identity(cloud().graph());

    assertThat(endpoint.asked()).hasSize(2);
  }

  @Test
  void an_application_signs_in_with_a_certificate_in_pem() throws IOException {
    Path pem = folder.resolve("own.pem");
    Files.writeString(pem, OWN.privateKeyPkcs8Pem() + OWN.certificatePem());

    assertThat(signIn(certificate(pem, null)).identity(cloud().exchange()).clientId())
        .isEqualTo(TokenEndpoint.CLIENT);
    assertThat(endpoint.asked().get(0)).containsKey("client_assertion");
  }

  @Test
  void an_application_signs_in_with_a_certificate_in_a_pfx() throws Exception {
    Path pfx = pfx("Pa$$wort", OWN);

    assertThat(signIn(certificate(pfx, "Pa$$wort")).identity(cloud().graph()).clientId())
        .isEqualTo(TokenEndpoint.CLIENT);
    assertThatThrownBy(() -> signIn(certificate(pfx, "other")))
        .isInstanceOf(SignInException.class)
        .hasMessage(pfx + ": the password is wrong");
    assertThatThrownBy(() -> signIn(certificate(pfx, null)))
        .hasMessageContaining("needs a password; allowed: --certificate-password-file");
  }

  @Test
  void an_application_signs_in_with_a_key_that_stays_in_its_store() throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own",
        OWN.keyPair().getPrivate(),
        "x".toCharArray(),
        new Certificate[] {OWN.certificate()});
    String thumbprint = "AB " + "0".repeat(38);
    assertThatThrownBy(() -> StoreAssertion.of(store, "x".toCharArray(), thumbprint))
        .hasMessageContaining("no certificate with a private key has the thumbprint ab000");

    StoreAssertion assertion = StoreAssertion.of(store, "x".toCharArray(), sha1(OWN.certificate()));
    Credentials credentials =
        new Credentials(cloud(), TokenEndpoint.TENANT, network(), around(Map.of()));
    String token =
        credentials
            .asserted(new Method.StoreCertificate(TokenEndpoint.CLIENT, ""), assertion)
            .getTokenSync(new TokenRequestContext().addScopes(cloud().graph().scope()))
            .getToken();

    assertThat(Identity.of(token).clientId()).isEqualTo(TokenEndpoint.CLIENT);
    assertThatThrownBy(() -> signIn(new Method.StoreCertificate(TokenEndpoint.CLIENT, thumbprint)))
        .hasMessageContaining("no Windows certificate store; allowed here: --certificate FILE");
  }

  @Test
  void a_person_signs_in_with_a_code() {
    SignIn signIn = signIn(new Method.DeviceCode(TokenEndpoint.CLIENT));

    Identity identity = signIn.identity(cloud().graph());
    signIn.identity(cloud().exchange());

    // Azure's library finds what it keeps on port 443 alone, so that here it asks for each service.
    assertThat(shown).containsOnly("Type ABCD1234 at https://login.test/device");
    assertThat(identity.name()).startsWith("admin@contoso.com (Sigillo audit");
    assertThat(identity.permissions()).containsExactly("Mail.Read", "User.Read");
  }

  @Test
  void a_machine_signs_in_with_what_azure_gives_it() throws Exception {
    Map<String, String> environment =
        Map.of("IDENTITY_ENDPOINT", server.uri("localhost") + "/msi/token", "IDENTITY_HEADER", "h");
    SignIn signIn = signIn(new Method.ManagedIdentity(null), environment);

    String tenant =
        MsalEnvironment.with(environment, () -> signIn.identity(cloud().graph()).tenantId());

    assertThat(tenant).isEqualTo(TokenEndpoint.TENANT);
  }

  @Test
  void a_machine_without_an_identity_says_so() throws Exception {
    SignIn signIn = signIn(new Method.ManagedIdentity(null));
    Map<String, String> dead =
        Map.of("IDENTITY_ENDPOINT", "https://localhost:1/msi/token", "IDENTITY_HEADER", "h");

    MsalEnvironment.with(
        dead,
        () ->
            assertThatThrownBy(() -> signIn.identity(cloud().graph()))
                .isInstanceOf(SignInException.class)
                .hasMessageContaining("has no managed identity that answers"));
  }

  @Test
  void without_azure_cli_it_says_so() {
    SignIn signIn = signIn(new Method.AzureCli());

    assertThatThrownBy(() -> signIn.identity(cloud().graph()))
        .isInstanceOf(SignInException.class)
        .hasMessageContaining("az login --tenant " + TokenEndpoint.TENANT);
  }

  @Test
  void a_cluster_vouches_for_an_application() throws IOException {
    String voucher = "voucher-of-the-cluster";
    endpoint.refuse("AADSTS70021: No matching federated identity record found. Trace ID: 9");
    Path file = Files.writeString(folder.resolve("token"), voucher);
    SignIn signIn = signIn(new Method.WorkloadIdentity(TokenEndpoint.CLIENT, file));

    assertThatThrownBy(() -> signIn.identity(cloud().graph()))
        .hasMessageContaining("(AADSTS70021): application " + TokenEndpoint.CLIENT)
        .hasMessageNotContaining(voucher);
    assertThat(endpoint.asked().get(0)).containsEntry("client_assertion", voucher);
  }

  @Test
  void a_domain_names_the_tenant() {
    assertThat(tenant("contoso.onmicrosoft.com").tenantId()).isEqualTo(TokenEndpoint.TENANT);
    assertThatThrownBy(() -> tenant("fabrikam.com"))
        .isInstanceOf(SignInException.class)
        .hasMessage(
            "Sign-in for the tenant was refused (AADSTS90002): there is no tenant fabrikam.com in"
                + " this cloud; check --tenant and --cloud");
    assertThatThrownBy(() -> tenant("../x")).hasMessageContaining("is neither a GUID nor a domain");
  }

  @Test
  void a_token_of_another_tenant_is_not_used() {
    endpoint.issueTokensOf("b0000000-0000-4000-8000-00000000000b");
    SignIn signIn = signIn(secret(TokenEndpoint.SECRET));

    assertThatThrownBy(() -> signIn.identity(cloud().graph()))
        .hasMessage(
            "The identity that signed in is of tenant b0000000-0000-4000-8000-00000000000b, but"
                + " --tenant names "
                + TokenEndpoint.TENANT
                + "; sign in to that one");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "AADSTS700016 | has no application c0000000",
        "AADSTS7000215 | give the secret's value, not its ID",
        "AADSTS7000222 | the secret expired",
        "AADSTS700027 | upload its public part",
        "AADSTS700024 | set this computer's clock",
        "AADSTS53003 | Conditional Access forbids it",
        "AADSTS65001 | Grant admin consent",
        "AADSTS500011 | does not know the service",
        "AADSTS7000218 | Allow public client flows",
        "AADSTS50034 | does not know this user",
        "AADSTS999999 | Something new.",
      })
  void a_refusal_says_what_to_do(String code, String what) {
    endpoint.refuse(code + ": Something new. Trace ID: 1 Correlation ID: 2");
    SignIn signIn = signIn(secret(TokenEndpoint.SECRET));

    assertThatThrownBy(() -> signIn.identity(cloud().exchange()))
        .isInstanceOf(SignInException.class)
        .hasNoCause()
        .hasMessageStartingWith("Sign-in for Exchange Online was refused (" + code + "): ")
        .hasMessageContaining(what)
        .hasMessageNotContainingAny("Trace ID", "Correlation");
  }

  @Test
  void an_authority_that_cannot_be_reached_is_named() {
    Network network = network();
    SignIn.Request nowhere =
        new SignIn.Request(
            TokenEndpoint.cloud(URI.create("https://localhost:1")),
            TokenEndpoint.TENANT,
            secret("x"));

    assertThatThrownBy(() -> new SignIn(nowhere, network, around(Map.of())))
        .isInstanceOf(SignInException.class)
        .hasMessageStartingWith("localhost: cannot be reached; check the network");
  }

  @Test
  void no_secret_shows_in_anything_thrown_or_printed() throws Exception {
    Path pfx = pfx("Pa$$wort", OWN);
    SignIn good = signIn(secret(TokenEndpoint.SECRET));
    StringWriter everything = new StringWriter();
    PrintWriter out = new PrintWriter(everything);
    out.println(good.credential() + " " + good.identity(cloud().graph()));
    out.println(secret(TokenEndpoint.SECRET) + " " + certificate(pfx, "Pa$$wort"));
    for (Method method :
        List.of(secret("Falsch~" + TokenEndpoint.SECRET), certificate(pfx, "Falsch-Pa$$wort"))) {
      try {
        signIn(method).identity(cloud().graph());
      } catch (SignInException e) {
        e.printStackTrace(out);
      }
    }

    out.flush();
    assertThat(everything.toString())
        .contains("AADSTS7000215", "the password is wrong")
        .doesNotContain(TokenEndpoint.SECRET, "Pa$$wort")
        .doesNotContain(endpoint.issued().toArray(String[]::new));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "BEGIN RSA PRIVATE KEY | the key is in the old form PKCS#1",
        "BEGIN ENCRYPTED PRIVATE KEY | the key is encrypted; make it a PFX",
        "BEGIN EC PRIVATE KEY | the key is no RSA key",
        "BEGIN PUBLIC KEY | holds no private key (BEGIN PRIVATE KEY)",
      })
  void a_pem_key_that_cannot_be_used_is_refused_with_a_way_out(String begin, String what)
      throws IOException {
    String key = OWN.privateKeyPkcs8Pem().replace("BEGIN PRIVATE KEY", begin);
    key = key.replace("END PRIVATE KEY", begin.replace("BEGIN", "END"));
    Path pem = Files.writeString(folder.resolve("own.pem"), OWN.certificatePem() + key);

    assertThatThrownBy(() -> signIn(certificate(pem, null)))
        .isInstanceOf(SignInException.class)
        .hasMessageStartingWith(pem + ": " + what);
  }

  @Test
  void a_certificate_that_entra_id_would_refuse_is_refused_here() throws IOException {
    HeldCertificate curve = new HeldCertificate.Builder().ecdsa256().build();
    HeldCertificate old =
        new HeldCertificate.Builder()
            .keyPair(OWN.keyPair())
            .validityInterval(0, 1_000_000_000_000L)
            .build();
    HeldCertificate other = new HeldCertificate.Builder().rsa2048().build();

    assertThat(refused(curve.certificatePem() + curve.privateKeyPkcs8Pem()))
        .contains("the key is no RSA key");
    assertThat(refused(old.certificatePem() + OWN.privateKeyPkcs8Pem()))
        .contains("the certificate expired on 2001-09-09");
    assertThat(refused(other.certificatePem() + OWN.privateKeyPkcs8Pem()))
        .contains("the key does not belong to the first certificate");
    assertThat(refused(OWN.privateKeyPkcs8Pem())).contains("holds no certificate");
    assertThat(refused("nonsense")).contains("is neither PEM nor PFX");
  }

  private String refused(String content) throws IOException {
    Path pem = Files.writeString(folder.resolve("own.pem"), content);
    try {
      signIn(certificate(pem, null));
      return "accepted";
    } catch (SignInException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Path pfx(String password, HeldCertificate held) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setKeyEntry(
        "own",
        held.keyPair().getPrivate(),
        password.toCharArray(),
        new Certificate[] {held.certificate()});
    Path pfx = folder.resolve("own.pfx");
    try (OutputStream out = Files.newOutputStream(pfx)) {
      store.store(out, password.toCharArray());
    }
    return pfx;
  }

  private static String sha1(X509Certificate certificate) throws Exception {
    byte[] digest =
        java.security.MessageDigest.getInstance("SHA-1").digest(certificate.getEncoded());
    return java.util.HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
  }

  private static Method secret(String secret) {
    return new Method.Secret(TokenEndpoint.CLIENT, secret);
  }

  private static Method certificate(Path file, @org.jspecify.annotations.Nullable String password) {
    return new Method.Certificate(TokenEndpoint.CLIENT, file, password);
  }

  private SignIn tenant(String name) {
    return new SignIn(
        new SignIn.Request(cloud(), name, secret(TokenEndpoint.SECRET)),
        network(),
        around(Map.of()));
  }

  private SignIn signIn(Method method) {
    return signIn(method, Map.of());
  }

  private SignIn signIn(Method method, Map<String, String> environment) {
    return new SignIn(
        new SignIn.Request(cloud(), TokenEndpoint.TENANT, method), network(), around(environment));
  }

  private SignIn.Surroundings around(Map<String, String> environment) {
    return new SignIn.Surroundings(
        environment,
        shown::add,
        Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC));
  }

  private Network network() {
    return new Network(Map.of(), null, List.of(server.authority()));
  }

  private Cloud cloud() {
    return TokenEndpoint.cloud(server.uri("localhost"));
  }
}
