package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Dataset;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Who is in the groups that outbound policies name, where Exchange does not say it. */
final class GroupMembers extends GraphSource {

  GroupMembers(GraphClient graph, Instant now) {
    super(
        graph,
        now,
        List.of(
            to -> DirectoryGroups.group(graph, "{address}"),
            to -> DirectoryGroups.members(graph, "{id}")));
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.OUTBOUND_SPAM_RULE);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    Ending missing = missing(earlier, Dataset.OUTBOUND_SPAM_RULE);
    if (missing != null) {
      return missing;
    }
    Trail trail = new Trail();
    DirectoryGroups directory = new DirectoryGroups(graph(), trail);
    int item = 0;
    List<String> groups = List.copyOf(groups(earlier));
    for (String group : groups) {
      if (!answers.done(item)) {
        read(answers, item, group, directory);
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
                .forEach(one -> groups.add(name(one)));
          }
        });
    groups.remove("");
    return groups;
  }

  private static String name(JsonNode named) {
    return named.isTextual() ? named.textValue().strip().toLowerCase(Locale.ROOT) : "";
  }

  private static void read(Answers answers, int item, String group, DirectoryGroups directory)
      throws InterruptedException {
    try {
      List<ObjectNode> members = directory.members(group);
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
}
