package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import java.util.ArrayList;
import java.util.List;

/** How a row about a mailbox says whose it is. */
final class Owners {
  /** Added by the export script to every row about a mailbox. */
  static final String MAILBOX_KEY = "MailboxKey";

  /** Added by the export script to every member of a group: the group's address. */
  static final String GROUP_KEY = "GroupKey";

  private Owners() {}

  /** Names of the owner in the row, best first. */
  static List<String> of(Dataset dataset, ObjectNode row) {
    List<String> names = new ArrayList<>();
    for (String property : properties(dataset)) {
      String text = Names.text(row, property);
      if (text != null) {
        names.add(text);
      }
    }
    if (dataset == Dataset.INBOX_RULE) {
      String identity = Names.text(row, "Identity");
      int backslash = identity == null ? -1 : identity.lastIndexOf('\\');
      if (identity != null && backslash > 0) {
        names.add(identity.substring(0, backslash));
      }
    }
    return names;
  }

  private static List<String> properties(Dataset dataset) {
    return switch (dataset) {
      case USER, USER_REGISTRATION ->
          List.of("Id", "ObjectId", "ExternalDirectoryObjectId", "UserPrincipalName");
      case CAS_MAILBOX ->
          List.of(
              MAILBOX_KEY,
              "ExternalDirectoryObjectId",
              "ExchangeGuid",
              "Guid",
              "ExchangeObjectId",
              "PrimarySmtpAddress",
              "LegacyExchangeDN",
              "DistinguishedName",
              "Identity",
              "Name",
              "DisplayName");
      case INBOX_RULE -> List.of(MAILBOX_KEY, "Mailbox", "MailboxOwnerId");
      default -> List.of(MAILBOX_KEY, "Mailbox", "Identity");
    };
  }
}
