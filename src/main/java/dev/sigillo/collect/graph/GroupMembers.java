package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Who is in the groups that outbound policies name, groups within groups resolved by Graph. Rows
 * bear the names of Exchange's answer, which the dataset is made of: {@code mail} is {@code
 * PrimarySmtpAddress}, {@code id} is {@code ExternalDirectoryObjectId}, and the kind of object
 * stands where Exchange says the type of recipient.
 */
final class GroupMembers extends GraphSource {
  private static final String GROUP = "#microsoft.graph.group";
  private static final String[] PROPERTIES = {"id", "mail"};
  private static final int MOST = 999;
  private static final int MOST_PAGES = 10_000;

  GroupMembers(GraphClient graph, Instant now) {
    super(graph, now, List.of(to -> group(graph, "{address}"), to -> members(graph, "{id}")));
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Ending missing = needs(earlier, Dataset.OUTBOUND_SPAM_RULE);
    if (missing != null) {
      return missing;
    }
    Trail trail = new Trail();
    int item = 0;
    List<String> groups = List.copyOf(groups(earlier));
    for (String group : groups) {
      if (!answers.done(item)) {
        read(answers, item, group, trail);
      }
      steps.at(++item, groups.size());
    }
    return Ending.complete(trail.requestIds(), trail.date()).ofTotal(groups.size());
  }

  private static Set<String> groups(Collected earlier) throws InterruptedException {
    Set<String> groups = new TreeSet<>();
    earlier.rows(
        Dataset.OUTBOUND_SPAM_RULE,
        (number, key, row) -> {
          for (String property : List.of("FromMemberOf", "ExceptIfFromMemberOf")) {
            JsonNode named = row.path(property);
            (named.isArray() ? named : JsonNodeFactory.instance.arrayNode().add(named))
                .forEach(one -> groups.add(one.asText("").strip().toLowerCase(Locale.ROOT)));
          }
        });
    groups.removeIf(name -> name.isEmpty() || name.equals("null"));
    return groups;
  }

  private void read(Answers answers, int item, String group, Trail trail)
      throws InterruptedException {
    try {
      Page found = ask(() -> group(graph(), group), trail);
      if (found.rows().size() != 1) {
        answers.item(item, to -> to.error(group, Note.NOT_IN_DIRECTORY.of(group)));
        return;
      }
      List<ObjectNode> members = members(found.rows().get(0).path("id").asText(""), trail);
      answers.item(
          item,
          to -> {
            if (members.isEmpty()) {
              to.empty(group);
            }
            members.forEach(member -> to.row(group, member));
          });
    } catch (ServiceException e) {
      if (e.kind() == Kind.FORBIDDEN || e.kind() == Kind.UNAUTHORIZED) {
        throw e;
      }
      answers.item(item, to -> to.error(group, e.reason()));
    }
  }

  private List<ObjectNode> members(String id, Trail trail) throws InterruptedException {
    List<ObjectNode> members = new ArrayList<>();
    Page page = ask(() -> members(graph(), id), trail);
    for (int pages = 1; ; pages++) {
      page.rows().forEach(row -> add(members, row));
      String next = page.next();
      if (next == null) {
        return members;
      }
      if (pages == MOST_PAGES) {
        throw new ServiceException(Kind.BAD_REQUEST, "the list has no end");
      }
      page = ask(graph().link(next), trail);
    }
  }

  /** A group within the group is left out: its members are in the list themselves. */
  private static void add(List<ObjectNode> members, ObjectNode row) {
    String kind = row.path("@odata.type").asText("");
    if (!kind.equals(GROUP)) {
      ObjectNode member = JsonNodeFactory.instance.objectNode();
      member.set("PrimarySmtpAddress", row.path("mail"));
      member.set("ExternalDirectoryObjectId", row.path("id"));
      member.put("RecipientType", kind);
      members.add(member);
    }
  }

  private Page ask(Supplier<RequestInformation> question, Trail trail) throws InterruptedException {
    return graph().ask(Family.DIRECTORY, question, Page::list, trail);
  }

  private static RequestInformation group(GraphClient graph, String address) {
    return graph
        .sdk()
        .groups()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.filter = "mail eq '" + address.replace("'", "''") + "'";
              c.queryParameters.select = PROPERTIES;
            });
  }

  private static RequestInformation members(GraphClient graph, String id) {
    return graph
        .sdk()
        .groups()
        .byGroupId(id)
        .transitiveMembers()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.select = PROPERTIES;
              c.queryParameters.top = MOST;
            });
  }
}
