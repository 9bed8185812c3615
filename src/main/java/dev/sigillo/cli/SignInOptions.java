package dev.sigillo.cli;

import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.signin.Method;
import dev.sigillo.collect.signin.Network;
import dev.sigillo.collect.signin.SignIn;
import dev.sigillo.snapshot.Origin;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options about which tenant, and as who; no secret is ever one of them. */
final class SignInOptions {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]*");

  @Option(
      names = "--tenant",
      paramLabel = "ID",
      description = "The tenant: its GUID or one of its domains. Always needed, never guessed.")
  private @Nullable String tenant;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "The application (default: AZURE_CLIENT_ID).")
  private @Nullable String clientId;

  @Option(
      names = "--auth",
      paramLabel = "WAY",
      description =
          "How: ${COMPLETION-CANDIDATES} (default: what the options and the environment's AZURE_… name).")
  private @Nullable Auth auth;

  @Option(
      names = "--client-secret-file",
      paramLabel = "FILE",
      description = "File with the application's secret (default: AZURE_CLIENT_SECRET).")
  private @Nullable Path secretFile;

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description =
          "The application's certificate with its key, PEM or PFX (default: AZURE_CLIENT_CERTIFICATE_PATH).")
  private @Nullable Path certificate;

  @Option(
      names = "--certificate-password-file",
      paramLabel = "FILE",
      description =
          "File with the password of the PFX (default: AZURE_CLIENT_CERTIFICATE_PASSWORD).")
  private @Nullable Path passwordFile;

  @Option(
      names = "--certificate-thumbprint",
      paramLabel = "SHA1",
      description = "A certificate in your Windows store instead.")
  private @Nullable String thumbprint;

  @Option(
      names = "--cloud",
      paramLabel = "NAME",
      defaultValue = "global",
      description = "global, gcc-high, dod, china (default: ${DEFAULT-VALUE}).")
  private String cloud = "global";

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "PEM file of authorities to trust as well.")
  private @Nullable Path caFile;

  @Option(
      names = "--endpoints",
      paramLabel = "FILE",
      description = "Ask the simulated tenant of this YAML file.")
  private @Nullable Path endpoints;

  private final Map<String, String> environment;

  SignInOptions() {
    this(System.getenv());
  }

  SignInOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /** Whether a tenant is named, or how to sign in to one. */
  boolean given() {
    return tenant != null || endpoints != null || auth != null;
  }

  /**
   * Finds the tenant and gets ready to sign in.
   *
   * @param err where a person is told what to type elsewhere
   */
  Session open(PrintWriter err, InstantSource clock) {
    String named = tenant();
    Method method = method();
    SimulatedEndpoints simulated = endpoints == null ? null : SimulatedEndpoints.read(endpoints);
    Path authorities =
        simulated == null || endpoints == null ? caFile : simulated.authorityFile(endpoints);
    Cloud services =
        simulated == null || endpoints == null ? known(cloud) : simulated.cloud(endpoints);
    Network network = new Network(environment, authorities, List.of());
    SignIn signIn =
        new SignIn(
            new SignIn.Request(services, named, method),
            network,
            new SignIn.Surroundings(environment, err::println, clock));
    Origin origin = simulated == null ? Origin.LIVE : Origin.SIMULATED;
    int faster = simulated == null || simulated.faster() == null ? 1 : simulated.faster();
    return new Session(services, network, signIn, origin, simulated, faster);
  }

  /** The tenant that is named. */
  String tenant() {
    if (tenant == null) {
      throw new UsageException(
          "--tenant is missing; allowed: the tenant's GUID, or a domain such as contoso.onmicrosoft.com");
    }
    if (!NAME.matcher(tenant).matches()) {
      throw new UsageException(
          "--tenant is neither a GUID nor a domain such as contoso.onmicrosoft.com");
    }
    return tenant;
  }

  private static Cloud known(String name) {
    return Cloud.of(name)
        .orElseThrow(
            () ->
                new UsageException(
                    "--cloud "
                        + name
                        + " is unknown; allowed: "
                        + String.join(", ", Cloud.names())));
  }

  private Method method() {
    return switch (way()) {
      case SECRET -> new Method.Secret(client(), secret());
      case CERTIFICATE ->
          thumbprint != null
              ? new Method.StoreCertificate(client(), thumbprint)
              : new Method.Certificate(client(), certificateFile(), password());
      case MANAGED_IDENTITY -> new Method.ManagedIdentity(either(clientId, "AZURE_CLIENT_ID"));
      case WORKLOAD_IDENTITY ->
          new Method.WorkloadIdentity(
              client(), Path.of(needed("AZURE_FEDERATED_TOKEN_FILE", "the environment's")));
      case AZURE_CLI -> new Method.AzureCli();
      case DEVICE_CODE -> new Method.DeviceCode(client());
      case BROWSER -> new Method.Browser(client());
    };
  }

  /**
   * What is typed, else what is named, else what the environment has, in Azure Identity's order.
   */
  private Auth way() {
    if (auth != null) {
      return auth;
    }
    if (secretFile != null) {
      return Auth.SECRET;
    }
    if (certificate != null || thumbprint != null) {
      return Auth.CERTIFICATE;
    }
    if (in("AZURE_CLIENT_SECRET") != null) {
      return Auth.SECRET;
    }
    if (in("AZURE_CLIENT_CERTIFICATE_PATH") != null) {
      return Auth.CERTIFICATE;
    }
    if (in("AZURE_FEDERATED_TOKEN_FILE") != null) {
      return Auth.WORKLOAD_IDENTITY;
    }
    if (in("IDENTITY_ENDPOINT") != null) {
      return Auth.MANAGED_IDENTITY;
    }
    throw new UsageException(
        "nobody is named to sign in; allowed: --certificate FILE, --client-secret-file FILE, --auth"
            + " WAY, or AZURE_CLIENT_CERTIFICATE_PATH or AZURE_CLIENT_SECRET in the environment");
  }

  private String client() {
    String named = either(clientId, "AZURE_CLIENT_ID");
    if (named == null) {
      throw new UsageException(
          "--client-id is missing; allowed: the application (client) ID, there or in AZURE_CLIENT_ID");
    }
    return named;
  }

  private String secret() {
    return secretFile == null
        ? needed("AZURE_CLIENT_SECRET", "--client-secret-file FILE or the environment's")
        : SecretFile.read(secretFile);
  }

  private Path certificateFile() {
    return certificate == null
        ? Path.of(
            needed(
                "AZURE_CLIENT_CERTIFICATE_PATH",
                "--certificate FILE, --certificate-thumbprint SHA1 or the environment's"))
        : certificate;
  }

  private @Nullable String password() {
    return passwordFile == null
        ? in("AZURE_CLIENT_CERTIFICATE_PASSWORD")
        : SecretFile.read(passwordFile);
  }

  private String needed(String variable, String allowed) {
    String value = in(variable);
    if (value == null) {
      throw new UsageException(
          "--auth " + way() + " lacks what it needs; allowed: " + allowed + " " + variable);
    }
    return value;
  }

  private @Nullable String either(@Nullable String typed, String variable) {
    return typed == null ? in(variable) : typed;
  }

  private @Nullable String in(String variable) {
    String value = environment.get(variable);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
