package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.ServiceRefusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
      case "search-unifiedauditlog" -> wire(events(parameters));
      case "get-messagetracev2" -> wire(traces(parameters));
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

  /**
   * Exchange lists the permissions of every recipient when no identity is given: first everybody's
   * own, then what others have.
   */
  private Rows everyPermission(
      BiFunction<Account, ObjectNode, List<Row>> own, ObjectNode parameters) {
    Directory directory = content.directory;
    List<ObjectNode> others = new ArrayList<>();
    for (long place = 0; place < directory.size(); place++) {
      Account account = directory.get(place);
      if (!account.sendAs.isEmpty()) {
        List<Row> rows = own.apply(account, parameters);
        rows.subList(1, rows.size()).forEach(row -> others.add(Wire.annotated(row.json())));
      }
    }
    long size = directory.size();
    return Rows.of(
        size + others.size(),
        place ->
            place < size
                ? Wire.annotated(own.apply(directory.get(place), parameters).get(0).json())
                : others.get(Math.toIntExact(place - size)).deepCopy());
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

  /** Events of the operations that are asked for, each with its place and how many there are. */
  private List<Row> events(ObjectNode parameters) {
    String operations = text(parameters, "Operations");
    Set<String> wanted =
        operations == null
            ? Set.of()
            : Set.of(operations.toLowerCase(Locale.ROOT).split("\\s*,\\s*"));
    Instant from = moment(parameters, "StartDate", Instant.EPOCH);
    Instant to = moment(parameters, "EndDate", content.org.now());
    List<Row> events =
        content.rows(Logs.UNIFIED).stream()
            .filter(
                row ->
                    wanted.isEmpty()
                        || wanted.contains(row.text("Operations").toLowerCase(Locale.ROOT)))
            .filter(row -> !Instant.parse(row.text("CreationDate")).isBefore(from))
            .filter(row -> !Instant.parse(row.text("CreationDate")).isAfter(to))
            .toList();
    List<Row> numbered = new ArrayList<>();
    for (Row event : events) {
      numbered.add(
          event.copy().set("ResultIndex", numbered.size() + 1).set("ResultCount", events.size()));
    }
    return numbered;
  }

  private List<Row> traces(ObjectNode parameters) {
    String status = text(parameters, "Status");
    return Traces.within(
        content.rows(Traces.EXCHANGE),
        moment(parameters, "StartDate", Instant.EPOCH),
        moment(parameters, "EndDate", content.org.now()),
        status == null ? "" : status);
  }

  private static Instant moment(ObjectNode parameters, String name, Instant otherwise) {
    String text = text(parameters, name);
    try {
      return text == null ? otherwise : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new ServiceRefusal(
          400,
          "System.Management.Automation.ParameterBindingException",
          "Cannot process argument transformation on parameter '" + name + "'.");
    }
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
        JsonNode value = parameter.getValue();
        if (!value.isArray()) {
          return value.asText();
        }
        List<String> all = new ArrayList<>();
        value.forEach(one -> all.add(one.asText()));
        return String.join(",", all);
      }
    }
    return null;
  }

  private static Rows wire(List<Row> rows) {
    return Rows.of(rows.stream().map(row -> Wire.annotated(row.json())).toList());
  }
}
