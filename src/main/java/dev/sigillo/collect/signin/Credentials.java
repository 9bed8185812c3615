package dev.sigillo.collect.signin;

import com.azure.core.credential.TokenCredential;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import com.azure.identity.AadCredentialBuilderBase;
import com.azure.identity.AzureCliCredentialBuilder;
import com.azure.identity.ClientAssertionCredentialBuilder;
import com.azure.identity.ClientCertificateCredentialBuilder;
import com.azure.identity.ClientSecretCredentialBuilder;
import com.azure.identity.CredentialBuilderBase;
import com.azure.identity.DeviceCodeCredentialBuilder;
import com.azure.identity.InteractiveBrowserCredentialBuilder;
import com.azure.identity.ManagedIdentityCredentialBuilder;
import com.azure.identity.WorkloadIdentityCredentialBuilder;
import dev.sigillo.collect.run.Cloud;
import java.util.Optional;

/** Azure Identity's credential for each method. */
final class Credentials {
  private final Cloud cloud;
  private final String tenantId;
  private final Network network;
  private final SignIn.Surroundings around;

  Credentials(Cloud cloud, String tenantId, Network network, SignIn.Surroundings around) {
    this.cloud = cloud;
    this.tenantId = tenantId;
    this.network = network;
    this.around = around;
  }

  TokenCredential of(Method method) {
    if (method instanceof Method.Secret own) {
      return at(new ClientSecretCredentialBuilder().clientSecret(own.secret()), own).build();
    }
    if (method instanceof Method.Certificate own) {
      ClientCertificateCredentialBuilder builder =
          at(new ClientCertificateCredentialBuilder(), own);
      ClientCertificate.of(own.file(), own.password(), around.clock()).into(builder);
      return builder.build();
    }
    if (method instanceof Method.StoreCertificate own) {
      return asserted(own, StoreAssertion.ofWindows(own.thumbprint()));
    }
    if (method instanceof Method.ManagedIdentity own) {
      ManagedIdentityCredentialBuilder builder = through(new ManagedIdentityCredentialBuilder());
      return own.clientId() == null ? builder.build() : builder.clientId(own.clientId()).build();
    }
    if (method instanceof Method.WorkloadIdentity own) {
      String file = own.tokenFile().toString();
      PemFile.read("AZURE_FEDERATED_TOKEN_FILE", own.tokenFile());
      return at(new WorkloadIdentityCredentialBuilder().tokenFilePath(file), own).build();
    }
    if (method instanceof Method.DeviceCode) {
      DeviceCodeCredentialBuilder builder = new DeviceCodeCredentialBuilder();
      builder.challengeConsumer(code -> around.prompt().accept(code.getMessage()));
      return at(builder, method).build();
    }
    if (method instanceof Method.Browser) {
      return at(new InteractiveBrowserCredentialBuilder(), method).build();
    }
    return through(new AzureCliCredentialBuilder()).tenantId(tenantId).build();
  }

  /** An application that signs itself who it is. */
  TokenCredential asserted(Method method, StoreAssertion assertion) {
    String clientId = String.valueOf(method.clientId());
    return at(new ClientAssertionCredentialBuilder(), method)
        .clientAssertion(
            () -> assertion.sign(cloud.authority(), tenantId, clientId, around.clock()))
        .build();
  }

  private <T extends AadCredentialBuilderBase<T>> T at(T builder, Method method) {
    through(builder)
        .authorityHost(cloud.authority().toString())
        .tenantId(tenantId)
        .clientId(String.valueOf(method.clientId()));
    // Azure's libraries ask Microsoft whether it knows an authority that they do not.
    boolean known = Cloud.of(cloud.name()).equals(Optional.of(cloud));
    return known ? builder : builder.disableInstanceDiscovery();
  }

  private <T extends CredentialBuilderBase<T>> T through(T builder) {
    ConfigurationBuilder configuration = new ConfigurationBuilder();
    around.environment().forEach(configuration::putProperty);
    Configuration built = configuration.build();
    return builder.httpClient(network.azureClient()).configuration(built);
  }
}
