package dev.sigillo.simulator.tenant;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.simulator.Rows;
import dev.sigillo.simulator.ServiceRefusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What each path of Graph answers. */
final class GraphCalls {
  private static final Pattern OF_USER =
      Pattern.compile("users(?:/|\\(')([^/']+)(?:'\\))?(?:/(.+))?");
  private static final Pattern OF_APP =
      Pattern.compile("servicePrincipals(?:/|\\(')([^/']+)(?:'\\))?(/appRoleAssignedTo)?");
  private static final Pattern BY_APP =
      Pattern.compile("servicePrincipals\\(appId='([^']+)'\\)(/appRoleAssignedTo)?");
  private static final Pattern MEMBER_OF =
      Pattern.compile("(?:servicePrincipals|users)/([^/]+)/transitiveMemberOf");
  private static final Pattern OF_TRACE =
      Pattern.compile(
          "(admin/exchange/tracing/messageTraces/[^/]+)"
              + "/(?:microsoft\\.graph\\.)?getDetailsByRecipient\\(recipientAddress='[^']*'\\)");
  private static final Pattern OF_GROUP =
      Pattern.compile("groups(?:/|\\(')([^/']+)(?:'\\))?/(?:transitiveMembers|members).*");

  private final Content content;
  private final AccountRows rows;
  private final InboxRuleRows rules;

  GraphCalls(Content content) {
    this.content = content;
    rows = new AccountRows(content.org);
    rules = new InboxRuleRows(content.org);
  }

  /** Rows of a collection. */
  Optional<Rows> collection(String path) {
    if (path.equals("users")) {
      return Optional.of(users());
    }
    if (path.equals("reports/authenticationMethods/userRegistrationDetails")) {
      return Optional.of(registrations());
    }
    Matcher member = MEMBER_OF.matcher(path);
    if (member.matches()) {
      return Optional.of(plain(Roles.memberOf(content, member.group(1))));
    }
    Matcher user = OF_USER.matcher(path);
    if (user.matches() && user.group(2) != null) {
      return ofUser(user.group(1), user.group(2));
    }
    Matcher byApp = BY_APP.matcher(path);
    if (byApp.matches()) {
      return byApp.group(2) == null
          ? Optional.empty()
          : Optional.of(assigned(objectId(byApp.group(1))));
    }
    Matcher app = OF_APP.matcher(path);
    if (app.matches() && app.group(2) != null) {
      return Optional.of(assigned(app.group(1)));
    }
    Matcher group = OF_GROUP.matcher(path);
    if (group.matches()) {
      return Optional.of(members(group.group(1)));
    }
    Matcher trace = OF_TRACE.matcher(path);
    if (trace.matches()) {
      return Optional.of(plain(content.rows(trace.group(1))));
    }
    return content.lists(path) ? Optional.of(plain(content.rows(path))) : Optional.empty();
  }

  /** A single object. */
  Optional<ObjectNode> object(String path) {
    Row object = content.objects().get(path);
    if (object != null) {
      return Optional.of(object.json());
    }
    Matcher user = OF_USER.matcher(path);
    if (user.matches() && user.group(2) == null) {
      return Optional.of(rows.user(account(user.group(1))).json());
    }
    Matcher byApp = BY_APP.matcher(path);
    if (byApp.matches() && byApp.group(2) == null) {
      return first("servicePrincipals", "appId", byApp.group(1));
    }
    Matcher app = OF_APP.matcher(path);
    if (app.matches() && app.group(2) == null) {
      return first("servicePrincipals", "id", app.group(1));
    }
    return Optional.empty();
  }

  /** Who sent how much; the scenario's people all sent a little. */
  Optional<String> report(String path) {
    if (!path.startsWith("reports/getEmailActivityUserDetail")) {
      return Optional.empty();
    }
    StringBuilder csv =
        new StringBuilder(
            "\uFEFFReport Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,"
                + "Last Activity Date,Send Count,Receive Count,Read Count,Report Period\n");
    String day = content.org.now().toString().substring(0, 10);
    for (long i = 0; i < Math.min(content.directory.size(), 1000); i++) {
      Account account = content.directory.get(i);
      String name = '"' + account.name.replace("\"", "\"\"") + '"';
      csv.append(day + "," + account.address() + "," + name + ",False,," + day + ",7,40,31,7\n");
    }
    return Optional.of(csv.toString());
  }

  private Rows users() {
    Directory directory = content.directory;
    List<Row> others = content.rows("users");
    return Rows.of(
        directory.size() + others.size(),
        place ->
            place < directory.size()
                ? user(directory.get(place))
                : others.get(Math.toIntExact(place - directory.size())).json());
  }

  /** Exchange's own mailbox has no account; another system's account stands at its place. */
  private ObjectNode user(Account account) {
    Row row = rows.user(account);
    if (!account.hasAccount()) {
      row.set("id", content.org.guid("sync account"))
          .set("userPrincipalName", "Sync_SRV01_0f4b6f1e2c3d@" + content.org.initial())
          .setNull("mail", "givenName", "surname")
          .set("proxyAddresses", List.of())
          .set("displayName", "On-Premises Directory Synchronization Service Account");
    }
    return row.json();
  }

  private Rows registrations() {
    Directory directory = content.directory;
    List<Long> enabled = new ArrayList<>();
    long size = directory.size();
    if (size > 100_000) {
      return Rows.of(size, place -> rows.registration(directory.get(place)).json());
    }
    for (long place = 0; place < size; place++) {
      if (directory.get(place).enabled && directory.get(place).hasAccount()) {
        enabled.add(place);
      }
    }
    List<Row> others = content.rows("reports/authenticationMethods/userRegistrationDetails");
    return Rows.of(
        enabled.size() + others.size(),
        place ->
            place < enabled.size()
                ? rows.registration(directory.get(enabled.get(Math.toIntExact(place)))).json()
                : others.get(Math.toIntExact(place - enabled.size())).json());
  }

  private Optional<Rows> ofUser(String identity, String what) {
    Account account = account(identity);
    if (what.equals("mailFolders/inbox/messageRules")
        || what.equals("mailFolders('inbox')/messageRules")) {
      if (account.rulesRefused != null) {
        throw ServiceRefusal.noCloudMailbox();
      }
      return Optional.of(plain(rules.graph(account)));
    }
    return what.equals("mailFolders")
        ? Optional.of(plain(rules.folders(account)))
        : Optional.empty();
  }

  private Account account(String identity) {
    long place = content.directory.find(identity);
    Account account = place < 0 ? null : content.directory.get(place);
    if (account == null || !account.hasAccount()) {
      throw new ServiceRefusal(
          404,
          "Request_ResourceNotFound",
          "Resource '"
              + identity
              + "' does not exist or one of its queried reference-property"
              + " objects are not present.");
    }
    return account;
  }

  private Rows assigned(String resourceId) {
    return plain(
        content.rows("appRoleAssignedTo").stream()
            .filter(row -> row.text("resourceId").equals(resourceId))
            .toList());
  }

  private String objectId(String appId) {
    return first("servicePrincipals", "appId", appId)
        .map(row -> row.path("id").asText())
        .orElse("");
  }

  private Rows members(String group) {
    String call = "groups/" + group + "/transitiveMembers";
    if (!content.lists(call)) {
      throw ServiceRefusal.noSuchResource(group);
    }
    return plain(content.rows(call));
  }

  private Optional<ObjectNode> first(String path, String property, String value) {
    return content.rows(path).stream()
        .filter(row -> row.text(property).equals(value))
        .findFirst()
        .map(Row::json);
  }

  private static Rows plain(List<Row> rows) {
    return Rows.of(rows.stream().map(Row::json).toList());
  }
}
