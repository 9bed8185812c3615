package dev.sigillo.collect.tenant;

import com.azure.core.credential.TokenCredential;
import dev.sigillo.collect.run.Cloud;
import dev.sigillo.collect.signin.Network;
import dev.sigillo.snapshot.Origin;
import java.util.List;

/**
 * The way into a tenant.
 *
 * @param tenant GUID or domain, as the user wrote it
 * @param cloud whose hosts are asked
 * @param network the way to them
 * @param credential of the application or user that reads
 * @param who that is, as the manifest says it; never a secret
 * @param rights of its tokens, in order
 * @param origin live, or simulated
 * @param faster how many times faster than Microsoft's limits the services may be asked; 1 but for
 *     a simulated tenant
 */
public record Access(
    String tenant,
    Cloud cloud,
    Network network,
    TokenCredential credential,
    String who,
    List<String> rights,
    Origin origin,
    int faster) {
  public Access {
    rights = List.copyOf(rights);
  }
}
