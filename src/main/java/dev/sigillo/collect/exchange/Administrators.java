package dev.sigillo.collect.exchange;

import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Answers;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.GroupDirectory;
import dev.sigillo.collect.run.KeySet;
import dev.sigillo.collect.run.ServiceException;
import dev.sigillo.snapshot.Dataset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Accounts that hold a directory role, by themselves or in a group. Who is in those groups is asked
 * once, and noted for a run that goes on.
 */
final class Administrators {
  /** A note's first word where a group could not be read. */
  private static final String SOME = "some";

  private static final String ALL = "all";

  private final GroupDirectory groups;

  /** Of these groups, by object id. */
  Administrators(GroupDirectory groups) {
    this.groups = groups;
  }

  /**
   * Adds their object ids, which are the keys of their mailboxes.
   *
   * @param answers take the note
   * @return false when the members of a group are not known
   */
  boolean into(KeySet keys, Collected earlier, Answers answers) throws InterruptedException {
    Set<String> holdingGroups = new TreeSet<>();
    earlier.rows(
        Dataset.ROLE_ASSIGNMENT,
        (number, key, row) -> {
          String holder = row.path("principalId").asText().strip().toLowerCase(Locale.ROOT);
          keys.add(holder);
          if (row.path("principal").path("isAssignableToRole").asBoolean()) {
            holdingGroups.add(holder);
          }
        });
    earlier.rows(
        Dataset.USER_REGISTRATION,
        (number, key, row) -> {
          if (key != null && row.path("isAdmin").asBoolean()) {
            keys.add(key);
          }
        });
    if (holdingGroups.isEmpty()) {
      return true;
    }
    String note = answers.cursor();
    if (note == null) {
      note = members(holdingGroups);
      answers.checkpoint(note);
    }
    List<String> words = Arrays.asList(note.split(" ", -1));
    words.subList(1, words.size()).forEach(keys::add);
    return words.get(0).equals(ALL);
  }

  private String members(Set<String> holders) throws InterruptedException {
    Set<String> members = new TreeSet<>();
    boolean all = true;
    for (String group : holders) {
      try {
        groups
            .members(group)
            .forEach(
                member -> {
                  String id = MailboxKey.text(member, "ExternalDirectoryObjectId");
                  if (id != null) {
                    members.add(id);
                  }
                });
      } catch (ServiceException e) {
        all = false;
      }
    }
    return ((all ? ALL : SOME) + " " + String.join(" ", members)).strip();
  }
}
