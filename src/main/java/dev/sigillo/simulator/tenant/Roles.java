package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sigillo.simulator.Application;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Roles of Entra ID: what they are called, what they allow, and who has them. */
final class Roles {
  static final String GLOBAL_READER = "f2ef992c-3afb-46b9-b7cf-a126ee74c451";

  private Roles() {}

  /** The definition of a role that every tenant has, as {@code $expand} shows it. */
  static Row definition(String template) {
    return switch (template) {
      case GLOBAL_READER ->
          definition(
              template,
              "Global Reader",
              "microsoft.directory/domains/allProperties/read",
              "microsoft.office365.exchange/allEntities/standard/read");
      case Logs.EXCHANGE_ADMINISTRATOR ->
          definition(
              template,
              "Exchange Administrator",
              "microsoft.directory/groups/hiddenMembers/read",
              "microsoft.office365.exchange/allEntities/basic/allTasks");
      default ->
          definition(
              template,
              "Global Administrator",
              "microsoft.directory/users/allProperties/allTasks",
              "microsoft.office365.exchange/allEntities/basic/allTasks");
    };
  }

  private static Row definition(String template, String name, String... actions) {
    return Row.empty()
        .set("id", template)
        .set("description", name)
        .set("displayName", name)
        .set("isBuiltIn", true)
        .set("isEnabled", true)
        .set("resourceScopes", List.of("/"))
        .set("templateId", template)
        .set("version", "1")
        .set(
            "rolePermissions",
            List.of(
                Row.empty()
                    .set("allowedResourceActions", List.of(actions))
                    .set("condition", null)
                    .json()));
  }

  /** Gives an application the roles that its tokens say it has. */
  static void give(Content content, Application application) {
    for (String role : application.directoryRoles()) {
      content.list(
          Logs.ROLES,
          Logs.role(
              content.org,
              role,
              application.objectId(),
              application.displayName(),
              "servicePrincipal"));
    }
  }

  /**
   * The groups that a principal is in, and the roles of the whole tenant that it has by itself or
   * through them: Graph lists no others here.
   */
  static List<Row> memberOf(Content content, String principal) {
    Set<String> holders = new TreeSet<>(Set.of(principal));
    List<Row> all = new ArrayList<>();
    for (Row group : groups(content)) {
      String members = "groups/" + group.text("id") + "/transitiveMembers";
      if (content.rows(members).stream().anyMatch(row -> row.text("id").equals(principal))
          && holders.add(group.text("id"))) {
        all.add(Row.empty().set("@odata.type", "#microsoft.graph.group").addAll(group));
      }
    }
    for (Row role : content.rows(Logs.ROLES)) {
      if (holders.contains(role.text("principalId")) && role.text("directoryScopeId").equals("/")) {
        String template = role.text("roleDefinitionId");
        all.add(
            Row.empty()
                .set("@odata.type", "#microsoft.graph.directoryRole")
                .set("id", content.org.guid("activated role/" + template))
                .set("deletedDateTime", null)
                .set("description", null)
                .set("displayName", role.get("roleDefinition").path("displayName"))
                .set("roleTemplateId", template));
      }
    }
    return all;
  }

  /** Those that hold roles first: only they say that they may. */
  private static List<Row> groups(Content content) {
    List<Row> groups = new ArrayList<>();
    for (Row role : content.rows(Logs.ROLES)) {
      JsonNode principal = role.get("principal");
      if (principal.path("isAssignableToRole").asBoolean()) {
        Row group = Row.empty();
        principal.properties().forEach(one -> group.set(one.getKey(), one.getValue()));
        groups.add(group);
      }
    }
    groups.addAll(content.rows("groups"));
    return groups;
  }
}
