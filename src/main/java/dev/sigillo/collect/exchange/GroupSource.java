package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.Ending;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.collect.run.ServiceException.Kind;
import dev.sigillo.collect.run.Source;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.Note;
import dev.sigillo.snapshot.Status;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is in the groups that outbound spam rules name, and in the groups within those, each asked
 * about once however they contain one another. A group that Exchange does not know may be known
 * elsewhere.
 */
final class GroupSource implements Source {
  private static final List<String> NAMING = List.of("FromMemberOf", "ExceptIfFromMemberOf");

  private final Source plain;
  private final List<GroupDirectory> directories;

  /**
   * A walk.
   *
   * @param plain says what is asked of whom
   * @param directories asked one after the other about a group, until one knows it
   */
  GroupSource(Source plain, List<GroupDirectory> directories) {
    this.plain = plain;
    this.directories = List.copyOf(directories);
  }

  @Override
  public String service() {
    return plain.service();
  }

  @Override
  public String request() {
    return plain.request();
  }

  @Override
  public boolean documented() {
    return plain.documented();
  }

  @Override
  public Set<Dataset> needs() {
    return Set.of(Dataset.OUTBOUND_SPAM_RULE);
  }

  @Override
  public Ending read(Answers answers, Collected earlier, Steps steps) throws InterruptedException {
    answers.restart();
    Status rules = earlier.status(Dataset.OUTBOUND_SPAM_RULE);
    if (rules != Status.COMPLETE) {
      return Ending.of(rules, Note.NEEDS.of(Dataset.OUTBOUND_SPAM_RULE.id()));
    }
    Deque<String> open = new ArrayDeque<>(named(earlier));
    Set<String> asked = new HashSet<>(open);
    ServiceException first = null;
    int answered = 0;
    int done = 0;
    while (!open.isEmpty()) {
      String group = open.remove();
      try {
        List<ObjectNode> members = members(group);
        write(answers, group, members);
        groups(members).stream().filter(asked::add).forEach(open::add);
        answered++;
      } catch (ServiceException e) {
        answers.error(group, e.reason());
        first = first == null ? e : first;
      }
      steps.at(++done, asked.size());
    }
    if (first != null && answered == 0) {
      throw first;
    }
    return new Ending(Status.COMPLETE, null, (long) asked.size(), null, List.of(), null);
  }

  private List<ObjectNode> members(String group) throws InterruptedException {
    ServiceException unknown = null;
    for (GroupDirectory directory : directories) {
      try {
        return directory.members(group);
      } catch (ServiceException e) {
        unknown = unknown == null ? e : unknown;
        if (e.kind() != Kind.NOT_FOUND) {
          throw e;
        }
      }
    }
    throw unknown == null ? new ServiceException(Kind.NOT_FOUND, group) : unknown;
  }

  private static void write(Answers answers, String group, List<ObjectNode> members) {
    if (members.isEmpty()) {
      answers.empty(group);
    }
    members.forEach(member -> answers.row(group, member));
  }

  /** Groups among the members that have an address. */
  private static List<String> groups(List<ObjectNode> members) {
    List<String> groups = new ArrayList<>();
    for (ObjectNode member : members) {
      String address = MailboxKey.text(member, "PrimarySmtpAddress");
      String type = MailboxKey.text(member, "RecipientType");
      if (address != null && type != null && type.contains("group")) {
        groups.add(address);
      }
    }
    return groups;
  }

  private static Set<String> named(Collected earlier) throws InterruptedException {
    Set<String> groups = new LinkedHashSet<>();
    for (ObjectNode rule : earlier.rows(Dataset.OUTBOUND_SPAM_RULE)) {
      for (String property : NAMING) {
        add(rule.get(property), groups);
      }
    }
    return groups;
  }

  private static void add(@Nullable JsonNode named, Set<String> groups) {
    if (named != null && named.isTextual() && !named.textValue().isBlank()) {
      groups.add(named.textValue().strip().toLowerCase(Locale.ROOT));
    } else if (named != null && named.isArray()) {
      named.forEach(one -> add(one, groups));
    }
  }
}
