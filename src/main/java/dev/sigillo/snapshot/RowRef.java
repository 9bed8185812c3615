package dev.sigillo.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a fact was read: the evidence behind a finding.
 *
 * @param dataset name of the dataset, such as {@code exchange/Get-TransportConfig}
 * @param line line in the dataset's file, from 1; 0 when there is none
 * @param id the row's own stable key (GUID, else identity, else the line number)
 */
public record RowRef(String dataset, long line, String id) {
  private static final List<String> IDENTITY =
      List.of(
          "Guid",
          "ExchangeObjectId",
          "ImmutableId",
          "Id",
          "RuleIdentity",
          "Identity",
          "DomainName",
          "SenderAddress",
          "Name");

  /** Rows that carry the identity of the mailbox or group asked, not their own. */
  private static final Map<String, List<String>> OTHERS =
      Map.of(
          Dataset.MAILBOX_PERMISSION.id(), List.of("User"),
          Dataset.RECIPIENT_PERMISSION.id(), List.of("Trustee"),
          Dataset.GROUP_MEMBER.id(), List.of("ExternalDirectoryObjectId", "PrimarySmtpAddress"));

  /** The same names as Graph writes them. */
  private static final Map<String, String> GRAPH =
      Stream.concat(IDENTITY.stream(), OTHERS.values().stream().flatMap(List::stream))
          .distinct()
          .collect(
              Collectors.toUnmodifiableMap(
                  name -> name, name -> Character.toLowerCase(name.charAt(0)) + name.substring(1)));

  /** The reference of a row: its id is the first identity property it has. */
  public static RowRef of(String dataset, long line, ObjectNode row) {
    for (String name : identity(dataset)) {
      JsonNode value = row.get(name);
      if (value == null) {
        value = row.get(GRAPH.get(name));
      }
      if (value != null && value.isValueNode() && !value.isNull() && !value.isBoolean()) {
        String id = value.asText().strip();
        if (!id.isEmpty() && !TypeName.is(id)) {
          return new RowRef(dataset, line, id);
        }
      }
    }
    return new RowRef(dataset, line, "#" + line);
  }

  /** Properties that name a row of the dataset, best first. */
  static List<String> identity(String dataset) {
    return OTHERS.getOrDefault(dataset, IDENTITY);
  }
}
