package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.ServiceRefusal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What each cmdlet answers. */
final class ExchangeCalls {
  private final Content content;
  private final Map<String, Function<Account, Row>> listed =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, BiFunction<Account, ObjectNode, List<Row>>> perMailbox =
      new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  ExchangeCalls(Content content) {
    this.content = content;
    AccountRows rows = new AccountRows(content.org);
    InboxRuleRows rules = new InboxRuleRows(content.org);
    listed.put("Get-Mailbox", rows::mailbox);
    listed.put("Get-EXOMailbox", rows::mailbox);
    listed.put("Get-CASMailbox", rows::cas);
    listed.put("Get-User", rows::exchangeUser);
    perMailbox.put("Get-MailboxPermission", (account, given) -> rows.access(account));
    perMailbox.put("Get-RecipientPermission", (account, given) -> rows.sendAs(account));
    perMailbox.put(
        "Get-InboxRule",
        (account, given) -> {
          if (account.rulesRefused != null) {
            throw new ServiceRefusal(400, account.rulesRefused, "The mailbox is being moved.");
          }
          return rules.exchange(account, given.path("IncludeHidden").asBoolean(false));
        });
  }

  /** Rows of a cmdlet. */
  Rows answer(String cmdlet, ObjectNode parameters) {
    Function<Account, Row> each = listed.get(cmdlet);
    if (each != null) {
      return mailboxes(each, parameters);
    }
    BiFunction<Account, ObjectNode, List<Row>> own = perMailbox.get(cmdlet);
    if (own != null) {
      return ofMailbox(cmdlet, own, parameters);
    }
    return switch (cmdlet.toLowerCase(Locale.ROOT)) {
      case "get-recipient" -> recipients(parameters);
      case "get-distributiongroupmember" -> members(parameters);
      case "get-outboundconnector" -> connectors(parameters);
      case "search-unifiedauditlog" -> wire(content.rows(cmdlet));
      default -> configuration(cmdlet, cmdlet, parameters);
    };
  }

  private Rows mailboxes(Function<Account, Row> each, ObjectNode parameters) {
    String identity = text(parameters, "Identity");
    if (identity != null) {
      return wire(List.of(each.apply(find(identity))));
    }
    Directory directory = content.directory;
    return Rows.of(
        directory.size(), ordinal -> Wire.annotated(each.apply(directory.get(ordinal)).json()));
  }

  private Rows ofMailbox(
      String cmdlet, BiFunction<Account, ObjectNode, List<Row>> own, ObjectNode parameters) {
    String parameter = cmdlet.equalsIgnoreCase("Get-InboxRule") ? "Mailbox" : "Identity";
    String identity = text(parameters, parameter);
    if (identity != null) {
      return wire(own.apply(find(identity), parameters));
    }
    if (!cmdlet.equalsIgnoreCase("Get-RecipientPermission")) {
      throw ServiceRefusal.missingParameter(parameter);
    }
    return everyPermission(own, parameters);
  }

  /** Exchange lists the permissions of every recipient when no identity is given. */
  private Rows everyPermission(
      BiFunction<Account, ObjectNode, List<Row>> own, ObjectNode parameters) {
    Directory directory = content.directory;
    int most = 0;
    for (long i = 0; i < Math.min(directory.size(), 5000); i++) {
      most = Math.max(most, own.apply(directory.get(i), parameters).size());
    }
    List<Row> all =
        Stream.iterate(0L, i -> i < Math.min(directory.size(), 5000), i -> i + 1)
            .flatMap(i -> own.apply(directory.get(i), parameters).stream())
            .toList();
    return wire(all);
  }

  private Rows recipients(ObjectNode parameters) {
    AccountRows rows = new AccountRows(content.org);
    String identity = text(parameters, "Identity");
    if (identity == null) {
      return mailboxes(rows::recipient, parameters);
    }
    long place = content.directory.find(identity);
    if (place >= 0) {
      return wire(List.of(rows.recipient(content.directory.get(place))));
    }
    List<Row> groups = named(content.rows("Get-DistributionGroup"), identity);
    List<Row> contacts = named(content.rows("Get-MailContact"), identity);
    if (groups.isEmpty() && contacts.isEmpty()) {
      throw ServiceRefusal.noSuchObject(identity);
    }
    return wire(groups.isEmpty() ? contacts : groups);
  }

  private Rows members(ObjectNode parameters) {
    String identity = text(parameters, "Identity");
    if (identity == null) {
      throw ServiceRefusal.missingParameter("Identity");
    }
    String call = "Get-DistributionGroupMember/" + identity;
    if (content.lists(call)) {
      return wire(content.rows(call));
    }
    for (Row group : named(content.rows("Get-DistributionGroup"), identity)) {
      return wire(content.rows("Get-DistributionGroupMember/" + group.text("PrimarySmtpAddress")));
    }
    throw ServiceRefusal.noSuchObject(identity);
  }

  /** By default those that are neither for transport rules nor in test mode. */
  private Rows connectors(ObjectNode parameters) {
    boolean scoped = parameters.path("IsTransportRuleScoped").asBoolean(false);
    boolean tests = parameters.path("IncludeTestModeConnectors").asBoolean(false);
    List<Row> rows =
        content.rows("Get-OutboundConnector").stream()
            .filter(row -> row.get("IsTransportRuleScoped").asBoolean(false) == scoped)
            .filter(row -> tests || !row.get("TestMode").asBoolean(false))
            .toList();
    String identity = text(parameters, "Identity");
    List<Row> one = identity == null ? List.of() : named(rows, identity);
    return wire(one.isEmpty() ? rows : one);
  }

  /** An identity that names nothing gives everything. */
  Rows configuration(String call, String cmdlet, ObjectNode parameters) {
    if (!content.lists(call)) {
      throw ServiceRefusal.noSuchCmdlet(cmdlet);
    }
    String identity = text(parameters, "Identity");
    List<Row> rows = content.rows(call);
    List<Row> one = identity == null ? List.of() : named(rows, identity);
    return wire(one.isEmpty() ? rows : one);
  }

  private static List<Row> named(List<Row> rows, String identity) {
    return rows.stream()
        .filter(
            row ->
                Stream.of("Identity", "Name", "Guid", "PrimarySmtpAddress", "Alias", "DisplayName")
                    .anyMatch(property -> row.text(property).equalsIgnoreCase(identity)))
        .toList();
  }

  private Account find(String identity) {
    long place = content.directory.find(identity);
    if (place < 0) {
      throw ServiceRefusal.noSuchObject(identity);
    }
    return content.directory.get(place);
  }

  private static @Nullable String text(ObjectNode parameters, String name) {
    for (Map.Entry<String, JsonNode> parameter : parameters.properties()) {
      if (parameter.getKey().equalsIgnoreCase(name) && !parameter.getValue().isNull()) {
        return parameter.getValue().asText();
      }
    }
    return null;
  }

  private static Rows wire(List<Row> rows) {
    return Rows.of(rows.stream().map(row -> Wire.annotated(row.json())).toList());
  }
}
