package dev.sigillo.collect.signin;

import dev.sigillo.snapshot.Dataset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an identity may read of a tenant, and what it may do besides.
 *
 * @param tenantId the tenant's GUID
 * @param services what each service says
 * @param roles in Entra ID, as far as the tokens and Graph show them
 * @param hidden what Graph did not say of its roles, and why; empty when it said all
 * @param lacks what it may not read
 * @param writes what it may do besides reading, one line each; empty is as it should be
 */
public record Diagnosis(
    String tenantId,
    List<Service> services,
    List<DirectoryRole> roles,
    List<String> hidden,
    List<Lack> lacks,
    List<String> writes) {

  public Diagnosis {
    services = List.copyOf(services);
    roles = List.copyOf(roles);
    hidden = List.copyOf(hidden);
    lacks = List.copyOf(lacks);
    writes = List.copyOf(writes);
  }

  /**
   * A service.
   *
   * @param name as people call it
   * @param identity null when there is no token
   * @param cmdlets how many cmdlets it exposes; null where it has none, or did not say
   * @param problem why something is not known; null when all is
   */
  public record Service(
      String name,
      @Nullable Identity identity,
      @Nullable Integer cmdlets,
      @Nullable String problem) {}

  /**
   * Something that is missing.
   *
   * @param what permission or cmdlet
   * @param service that grants it
   * @param reads what it lets read; null where the name says it
   * @param forLogs whether only logs, which are off by default, rest on it
   * @param first whether nothing at all is collected without it
   */
  public record Lack(
      String what,
      String service,
      @Nullable String reads,
      boolean forLogs,
      boolean first,
      Set<Dataset> datasets) {
    public Lack {
      datasets = Set.copyOf(datasets);
    }
  }
}
