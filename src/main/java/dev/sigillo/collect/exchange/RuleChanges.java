package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.collect.run.KeySet;
import dev.sigillo.snapshot.Dataset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Mailboxes whose inbox rules the audit log, where it was read, calls new or changed. */
final class RuleChanges {
  private static final Set<String> OPERATIONS =
      Set.of("new-inboxrule", "set-inboxrule", "updateinboxrules");

  /** Parameters of the command that name the mailbox. */
  private static final List<String> NAMING = List.of("mailbox", "identity");

  /** Properties of the list of mailboxes, as it is kept, that may be the name in an event. */
  private static final List<String> NAMES =
      List.of("PrimarySmtpAddress", "UserPrincipalName", "Name", "Identity", "Guid");

  private RuleChanges() {}

  /**
   * Adds the keys of those mailboxes that the log names by an address, a key or a name of its own.
   */
  static void into(KeySet keys, Collected earlier) throws InterruptedException {
    Set<String> names = new HashSet<>();
    earlier.rows(
        Dataset.AUDIT_EVENT,
        (number, key, row) -> {
          String operation = MailboxKey.text(row, "Operation");
          if (operation != null && OPERATIONS.contains(operation)) {
            name(names, MailboxKey.text(row, "UserId"));
            name(names, MailboxKey.text(row, "ObjectId"));
            parameters(row).forEach(one -> name(names, named(one)));
          }
        });
    if (names.isEmpty()) {
      return;
    }
    earlier.rows(
        Dataset.MAILBOX,
        (number, key, row) -> {
          if (key != null && (names.contains(key) || bears(row, names))) {
            keys.add(key);
          }
        });
  }

  /** What an event says, whole and its parts: {@code path/mailbox\rule}. */
  private static void name(Set<String> names, @Nullable String said) {
    if (said != null) {
      String mailbox = said.contains("\\") ? said.substring(0, said.indexOf('\\')) : said;
      names.add(mailbox);
      names.add(mailbox.substring(mailbox.lastIndexOf('/') + 1));
    }
  }

  private static JsonNode parameters(ObjectNode row) {
    try {
      return ReplyReader.MAPPER.readTree(row.path("Parameters").asText());
    } catch (JsonProcessingException e) {
      return row.arrayNode();
    }
  }

  private static @Nullable String named(JsonNode parameter) {
    String name = parameter.path("Name").asText().toLowerCase(Locale.ROOT);
    return NAMING.contains(name)
        ? parameter.path("Value").asText().strip().toLowerCase(Locale.ROOT)
        : null;
  }

  private static boolean bears(ObjectNode mailbox, Set<String> names) {
    for (String property : NAMES) {
      String name = MailboxKey.text(mailbox, property);
      if (name != null && names.contains(name)) {
        return true;
      }
    }
    for (JsonNode address : mailbox.path("EmailAddresses")) {
      String text = address.asText().toLowerCase(Locale.ROOT);
      if (text.startsWith("smtp:") && names.contains(text.substring(5))) {
        return true;
      }
    }
    return false;
  }
}
