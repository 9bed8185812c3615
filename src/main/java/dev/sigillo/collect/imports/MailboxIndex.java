package dev.sigillo.collect.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.NameTable;
import dev.sigillo.snapshot.SnapshotException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The mailboxes of an export: which one a name means. Keys go before ids and addresses, those
 * before names that people choose, so that a mailbox called like another's id takes nothing away.
 */
final class MailboxIndex {
  private static final List<String> IDS =
      List.of(
          "ExternalDirectoryObjectId",
          "ExchangeGuid",
          "Guid",
          "ExchangeObjectId",
          "PrimarySmtpAddress",
          "WindowsEmailAddress",
          "UserPrincipalName",
          "LegacyExchangeDN",
          "DistinguishedName");
  private static final List<String> CHOSEN =
      List.of("Identity", "Id", "Name", "Alias", "DisplayName");

  private final List<String> keys = new ArrayList<>();
  private final NameTable byKey = new NameTable(0);
  private final NameTable byId = new NameTable(0);
  private final NameTable byName = new NameTable(0);

  /** Takes in a row of the list of mailboxes; returns its key. */
  String add(Path file, ObjectNode row) {
    String key = MailboxKey.of(row);
    int ordinal = keys.size();
    if (key == null) {
      throw new SnapshotException(
          "%s: row %d has no %s; a mailbox needs one of them."
              .formatted(file, ordinal + 1, String.join(", ", MailboxKey.PROPERTIES)));
    }
    if (!byKey.find(key).isEmpty()) {
      throw new SnapshotException(
          "%s: row %d: mailbox %s is there twice.".formatted(file, ordinal + 1, key));
    }
    keys.add(key);
    byKey.put(key, ordinal);
    put(byId, row, IDS, ordinal);
    addresses(row).forEach(address -> byId.put(address, ordinal));
    put(byName, row, CHOSEN, ordinal);
    return key;
  }

  private static void put(NameTable table, ObjectNode row, List<String> names, int ordinal) {
    for (String name : names) {
      String text = Names.text(row, name);
      if (text != null) {
        table.put(Names.fold(text), ordinal);
      }
    }
  }

  private static List<String> addresses(ObjectNode row) {
    JsonNode all = Names.get(row, "EmailAddresses");
    List<String> texts = new ArrayList<>();
    if (all != null && all.isArray()) {
      all.forEach(one -> texts.add(one.asText()));
    } else if (all != null && all.isTextual()) {
      texts.addAll(Arrays.asList(all.textValue().replaceAll("[{}]", "").split(",")));
    }
    return texts.stream()
        .map(Names::fold)
        .filter(text -> text.startsWith("smtp:") || text.startsWith("x500:"))
        .map(text -> text.substring("smtp:".length()))
        .toList();
  }

  int size() {
    return keys.size();
  }

  String key(int ordinal) {
    return keys.get(ordinal);
  }

  /** Ordinals of the mailboxes that the name may mean: none, one or several. */
  List<Integer> find(String name) {
    String folded = Names.fold(name);
    for (NameTable table : List.of(byKey, byId, byName)) {
      List<Integer> found = table.find(folded);
      if (!found.isEmpty()) {
        return found;
      }
    }
    int slash = folded.lastIndexOf('/');
    boolean canonical = slash > 0 && !folded.startsWith("/");
    return canonical ? find(folded.substring(slash + 1)) : List.of();
  }
}
