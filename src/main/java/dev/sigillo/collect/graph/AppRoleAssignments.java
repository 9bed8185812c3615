package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.HttpMethod;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.snapshot.AppRoleIds;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Application permissions on resources, with the name that the tenant's own resource gives each:
 * {@code appRoleValue}. An id that neither the resource lists nor Microsoft documents for mail
 * stays an id, and what it allows is not known, so that the list is not called complete.
 */
final class AppRoleAssignments extends GraphSource {
  private static final int MOST = 999;

  private final List<String> resources;

  /**
   * The permissions on some resources.
   *
   * @param resources application ids
   */
  AppRoleAssignments(GraphClient graph, Instant now, List<String> resources) {
    super(graph, now, resources.stream().map(AppRoleAssignments::asked).toList());
    this.resources = List.copyOf(resources);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    answers.restart();
    Map<String, String> names = new HashMap<>();
    for (String appId : resources) {
      names(appId, names);
    }
    Set<String> unnamed = new HashSet<>();
    List<Listing.Part> parts =
        resources.stream()
            .map(appId -> new Listing.Part(to -> question(appId), () -> owner(appId)))
            .toList();
    Ending ending =
        new Listing(graph(), Family.DIRECTORY, now(), parts)
            .each(
                row -> {
                  if (!named(row, names)) {
                    unnamed.add(row.path("id").asText());
                  }
                })
            .read(answers, earlier, steps);
    return unnamed.isEmpty()
        ? ending
        : new Ending(
            Status.TRUNCATED,
            Note.PERMISSIONS_UNNAMED.of(unnamed.size()),
            null,
            null,
            ending.requestIds(),
            ending.serviceDate());
  }

  /** Gives the row its permission's name; false where it is not known. */
  private static boolean named(ObjectNode row, Map<String, String> names) {
    String role = lower(row.path("appRoleId"));
    String name = names.get(lower(row.path("resourceId")) + "/" + role);
    row.put("appRoleValue", name);
    return AppRoleIds.tells(role, name);
  }

  private void names(String appId, Map<String, String> names) throws InterruptedException {
    Page page = graph().ask(Family.CREDENTIALS, () -> owner(appId), Page::list, new Trail());
    for (ObjectNode resource : page.rows()) {
      for (JsonNode role : resource.path("appRoles")) {
        String value = role.path("value").asText("");
        if (!value.isEmpty()) {
          names.put(lower(resource.path("id")) + "/" + lower(role.path("id")), value);
        }
      }
    }
  }

  private static String lower(JsonNode text) {
    return text.asText("").toLowerCase(Locale.ROOT);
  }

  private RequestInformation owner(String appId) {
    return graph()
        .sdk()
        .servicePrincipals()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.filter = "appId eq '" + appId + "'";
              c.queryParameters.select = new String[] {"id", "appRoles"};
            });
  }

  private static Function<Instant, RequestInformation> asked(String appId) {
    return to -> question(appId);
  }

  /** The SDK's builder for a service principal by appId leads no further. */
  private static RequestInformation question(String appId) {
    return new RequestInformation(
        HttpMethod.GET,
        "{+baseurl}/servicePrincipals(appId='{appId}')/appRoleAssignedTo?%24top={top}",
        new HashMap<>(Map.of("appId", appId, "top", MOST)));
  }
}
