package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The roles in Entra ID that one principal holds: those assigned to it, with what they allow, and
 * those of groups that it is in.
 *
 * @param roles as far as Graph says them; those of the whole tenant may be named twice
 * @param problems what Graph did not say, and why; empty when it said all
 * @see <a href="https://learn.microsoft.com/graph/api/rbacapplication-list-roleassignments">Role
 *     assignments</a>
 */
public record HeldRoles(List<Role> roles, List<String> problems) {
  private static final String ASSIGNED =
      "{+baseurl}/roleManagement/directory/roleAssignments"
          + "?%24filter=principalId%20eq%20'{id}'&%24expand=roleDefinition";
  private static final String MEMBER = "{+baseurl}/{kind}/{id}/transitiveMemberOf?%24top=999";
  private static final int MOST_PAGES = 100;

  /** No tenant may have more groups that hold roles. */
  private static final int MOST_GROUPS = 500;

  public HeldRoles {
    roles = List.copyOf(roles);
    problems = List.copyOf(problems);
  }

  /**
   * A role.
   *
   * @param template GUID of a role that every tenant has, or of the tenant's own
   * @param name as the tenant calls it; empty when Graph does not say
   * @param scope what it is limited to; {@code /} for the whole tenant
   * @param actions what it allows, such as {@code microsoft.directory/users/standard/read}; empty
   *     when Graph does not say
   */
  public record Role(String template, String name, String scope, List<String> actions) {
    public Role {
      actions = List.copyOf(actions);
    }
  }

  /**
   * Asks.
   *
   * @param principal object id
   * @param person whether it is a user, else an application's service principal
   */
  public static HeldRoles of(GraphClient graph, String principal, boolean person)
      throws InterruptedException {
    List<Role> roles = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      roles.addAll(assigned(graph, principal));
    } catch (ServiceException e) {
      problems.add("roles assigned to it: " + e.reason());
    }
    List<ObjectNode> groups = new ArrayList<>();
    List<Role> activated = new ArrayList<>();
    String kind = person ? "users" : "servicePrincipals";
    try {
      each(
          graph,
          question(MEMBER, Map.of("kind", kind, "id", principal)),
          row -> {
            String type = row.path("@odata.type").asText();
            if (type.equals("#microsoft.graph.directoryRole")) {
              activated.add(activated(row));
            } else if (type.equals("#microsoft.graph.group") && mayHoldRoles(row)) {
              groups.add(row);
            }
          });
    } catch (ServiceException e) {
      problems.add("roles by way of groups: " + e.reason());
    }
    ofGroups(graph, groups, roles, problems);
    activated.stream().filter(role -> !role.template().isEmpty()).forEach(roles::add);
    if (activated.stream().anyMatch(role -> role.template().isEmpty())) {
      problems.add("names of roles: they need RoleManagement.Read.Directory");
    }
    return new HeldRoles(roles, problems);
  }

  /** Graph shows of a group that may not be read its id alone, which tells nothing of roles. */
  private static boolean mayHoldRoles(ObjectNode group) {
    return group.path("isAssignableToRole").asBoolean() || !group.hasNonNull("displayName");
  }

  /** Those of the tenant's own making or limited in scope are not among activated roles. */
  private static void ofGroups(
      GraphClient graph, List<ObjectNode> groups, List<Role> roles, List<String> problems)
      throws InterruptedException {
    for (int i = 0; i < groups.size(); i++) {
      try {
        if (i == MOST_GROUPS) {
          throw new ServiceException(Kind.BAD_REQUEST, "too many groups");
        }
        roles.addAll(assigned(graph, groups.get(i).path("id").asText()));
      } catch (ServiceException e) {
        problems.add(
            "roles held by groups it is in (%d): %s".formatted(groups.size() - i, e.reason()));
        return;
      }
    }
  }

  private static List<Role> assigned(GraphClient graph, String principal)
      throws InterruptedException {
    List<Role> roles = new ArrayList<>();
    each(graph, question(ASSIGNED, Map.of("id", principal)), row -> roles.add(assigned(row)));
    return roles;
  }

  private static Role activated(ObjectNode row) {
    return new Role(
        row.path("roleTemplateId").asText(""), row.path("displayName").asText(""), "/", List.of());
  }

  private static Role assigned(ObjectNode row) {
    JsonNode definition = row.path("roleDefinition");
    List<String> actions = new ArrayList<>();
    for (JsonNode permission : definition.path("rolePermissions")) {
      permission.path("allowedResourceActions").forEach(action -> actions.add(action.asText()));
    }
    return new Role(
        definition.path("templateId").asText(row.path("roleDefinitionId").asText("")),
        definition.path("displayName").asText(""),
        row.path("directoryScopeId").asText("/"),
        actions);
  }

  private static void each(
      GraphClient graph, Supplier<RequestInformation> first, Consumer<ObjectNode> rows)
      throws InterruptedException {
    Supplier<RequestInformation> question = first;
    for (int pages = 1; ; pages++) {
      Page page = graph.ask(Family.DIRECTORY, question, Page::list, new Trail());
      page.rows().forEach(rows);
      if (page.next() == null) {
        return;
      }
      if (pages == MOST_PAGES) {
        throw new ServiceException(Kind.BAD_REQUEST, "the list has no end");
      }
      question = graph.link(page.next());
    }
  }

  private static Supplier<RequestInformation> question(String template, Map<String, Object> of) {
    return () -> new RequestInformation(HttpMethod.GET, template, new HashMap<>(of));
  }
}
