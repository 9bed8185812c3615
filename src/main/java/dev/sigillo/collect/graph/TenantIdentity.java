package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.ServiceException;
import java.util.ArrayList;
import java.util.List;

/**
 * Which tenant Graph speaks of: {@code GET /organization}.
 *
 * @param id GUID, as Graph writes it
 * @param displayName of the organisation
 * @param initialDomain the {@code *.onmicrosoft.com} domain; empty when Graph marks none
 * @param domains verified domains, the initial one among them
 */
public record TenantIdentity(
    String id, String displayName, String initialDomain, List<String> domains) {

  public TenantIdentity {
    domains = List.copyOf(domains);
  }

  /**
   * Asks.
   *
   * @throws ServiceException when Graph does not say
   */
  public static TenantIdentity read(GraphClient graph) throws InterruptedException {
    Page page =
        graph.ask(
            Family.DIRECTORY,
            () ->
                graph
                    .sdk()
                    .organization()
                    .toGetRequestInformation(
                        c ->
                            c.queryParameters.select =
                                new String[] {"id", "displayName", "verifiedDomains"}),
            Page::list,
            new Trail());
    if (page.rows().size() != 1 || page.rows().get(0).path("id").asText("").isEmpty()) {
      throw new ServiceException(
          ServiceException.Kind.BROKEN, "GET /organization does not name one organisation");
    }
    return of(page.rows().get(0));
  }

  /** Whether the name, a GUID or a verified domain, is this tenant's. */
  public boolean is(String tenant) {
    return id.equalsIgnoreCase(tenant) || domains.stream().anyMatch(tenant::equalsIgnoreCase);
  }

  private static TenantIdentity of(ObjectNode row) {
    List<String> domains = new ArrayList<>();
    String initial = "";
    for (JsonNode domain : row.path("verifiedDomains")) {
      String name = domain.path("name").asText("");
      domains.add(name);
      initial = domain.path("isInitial").asBoolean() ? name : initial;
    }
    return new TenantIdentity(
        row.path("id").asText(), row.path("displayName").asText(""), initial, domains);
  }
}
