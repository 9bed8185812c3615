package dev.sigillo.cli;

import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.signin.Network;
import dev.sigillo.collect.signin.SignIn;
import dev.sigillo.policy.Policy;
import dev.sigillo.snapshot.Origin;
import org.jspecify.annotations.Nullable;

/**
 * A tenant that an identity is signed in to.
 *
 * @param cloud whose services are asked
 * @param network the way there
 * @param origin of what is read: live, or simulated
 * @param simulated where the simulated tenant's services are; null for a real tenant
 * @param faster how many times faster than Microsoft's limits its services may be asked
 */
record Session(
    Cloud cloud,
    Network network,
    SignIn signIn,
    Origin origin,
    @Nullable SimulatedEndpoints simulated,
    int faster) {

  /** The name server to ask where the user names none; null for the system's. */
  @Nullable String dns() {
    return simulated == null ? null : simulated.dns();
  }

  /** Refuses a policy that is another tenant's, before anything is read. */
  void mustBeTenantOf(Policy policy) {
    String wanted = policy.engagement().tenantId();
    if (wanted != null && !wanted.equalsIgnoreCase(signIn.tenantId())) {
      throw new UsageException(
          "engagement.tenantId is %s, and --tenant is %s; allowed: the policy of the tenant"
              .formatted(wanted, signIn.tenantId()));
    }
  }
}
