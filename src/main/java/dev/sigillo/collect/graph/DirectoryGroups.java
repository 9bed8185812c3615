package dev.sigillo.collect.graph;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.kiota.RequestInformation;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.snapshot.Note;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Groups as Entra ID knows them. Those within a group are resolved by Graph, and are left out of
 * the members for that. {@code mail} is told as {@code PrimarySmtpAddress}, {@code id} as {@code
 * ExternalDirectoryObjectId}, and the kind of object where Exchange says the type of recipient.
 */
final class DirectoryGroups implements GroupDirectory {
  private static final String GROUP = "#microsoft.graph.group";
  private static final String[] PROPERTIES = {"id", "mail"};
  private static final int MOST = 999;
  private static final int MOST_PAGES = 10_000;

  private final GraphClient graph;
  private final Trail trail;

  DirectoryGroups(GraphClient graph, Trail trail) {
    this.graph = graph;
    this.trail = trail;
  }

  @Override
  public List<ObjectNode> members(String address) throws InterruptedException {
    Page found = ask(() -> group(graph, address));
    if (found.rows().size() != 1) {
      throw new ServiceException(Kind.NOT_FOUND, Note.NOT_IN_DIRECTORY.of(address));
    }
    return membersOf(found.rows().get(0).path("id").asText(""));
  }

  /** The members of the group with that object id. */
  List<ObjectNode> membersOf(String id) throws InterruptedException {
    List<ObjectNode> members = new ArrayList<>();
    Page page = ask(() -> members(graph, id));
    for (int pages = 1; ; pages++) {
      page.rows().forEach(row -> add(members, row));
      String next = page.next();
      if (next == null) {
        return members;
      }
      if (pages == MOST_PAGES) {
        throw new ServiceException(Kind.BAD_REQUEST, "the list has no end");
      }
      page = ask(graph.link(next));
    }
  }

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

  private Page ask(Supplier<RequestInformation> question) throws InterruptedException {
    return graph.ask(Family.DIRECTORY, question, Page::list, trail);
  }

  /** Which group has that address. */
  static RequestInformation group(GraphClient graph, String address) {
    return graph
        .sdk()
        .groups()
        .toGetRequestInformation(
            c -> {
              c.queryParameters.filter = "mail eq '" + address.replace("'", "''") + "'";
              c.queryParameters.select = PROPERTIES;
            });
  }

  /** Who is in it. */
  static RequestInformation members(GraphClient graph, String id) {
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
