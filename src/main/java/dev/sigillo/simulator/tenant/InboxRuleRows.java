package dev.sigillo.simulator.tenant;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Inbox rules as {@code Get-InboxRule} and as Graph's {@code messageRules} show them. Graph leaves
 * out hidden rules and those of Exchange itself, gives neither conditions nor actions of a rule
 * that it cannot express, names a folder by its id, and resolves people of the address book.
 */
final class InboxRuleRows {
  private final Org org;

  InboxRuleRows(Org org) {
    this.org = org;
  }

  /**
   * Rules as Exchange lists them.
   *
   * @param includeHidden whether hidden ones and Exchange's own are asked for
   */
  List<Row> exchange(Account account, boolean includeHidden) {
    List<Row> rows = new ArrayList<>();
    for (InboxRule rule : account.rules) {
      if (includeHidden || !rule.hidden) {
        rows.add(exchange(account, rule));
      }
    }
    if (includeHidden && account.kind == Account.Kind.PERSON) {
      rows.add(junk(account));
    }
    return rows;
  }

  /** Every mailbox has this one; only its owner's Outlook shows it. */
  private Row junk(Account account) {
    InboxRule junk = new InboxRule("Junk E-mail Rule", 0);
    junk.opaque = true;
    return exchange(account, junk)
        .set("Priority", 1)
        .set("SupportedByTask", false)
        .set("StopProcessingRules", false);
  }

  private Row exchange(Account account, InboxRule rule) {
    BigInteger id = identity(account, rule);
    return Row.of("Get-InboxRule")
        .set("Enabled", rule.enabled)
        .set("Priority", rule.priority)
        .set("RuleIdentity", id)
        .set("Name", rule.name)
        .set("Identity", account.alias + "\\" + id)
        .set("MailboxOwnerId", account.alias)
        .set(
            "Description", "If the message:\r\n\tarrives\r\nTake the following actions:\r\n\t…\r\n")
        .set("SubjectContainsWords", rule.subjectWords)
        .set("ForwardTo", recipients(account, rule.forwardTo))
        .set("ForwardAsAttachmentTo", recipients(account, rule.attachTo))
        .set("RedirectTo", recipients(account, rule.redirectTo))
        .set("DeleteMessage", rule.delete)
        .set("SoftDeleteMessage", rule.softDelete)
        .set("MarkAsRead", rule.markAsRead)
        .set("MoveToFolder", rule.moveToFolder);
  }

  private static @Nullable Object recipients(Account account, List<InboxRule.Target> targets) {
    if (targets.isEmpty()) {
      return null;
    }
    List<String> all = targets.stream().map(InboxRule.Target::inExchange).toList();
    return account.unlisted && all.size() == 1 ? all.get(0) : all;
  }

  /** Rules as Graph lists them. */
  List<Row> graph(Account account) {
    List<Row> rows = new ArrayList<>();
    for (InboxRule rule : account.rules) {
      if (!rule.hidden) {
        rows.add(graph(account, rule));
      }
    }
    return rows;
  }

  private Row graph(Account account, InboxRule rule) {
    byte[] id = identity(account, rule).toByteArray();
    Row row =
        Row.graph("messageRule", Base64.getEncoder().encodeToString(id))
            .set("displayName", rule.name)
            .set("sequence", rule.priority)
            .set("isEnabled", rule.enabled)
            .set("isReadOnly", rule.opaque);
    if (rule.opaque) {
      return row;
    }
    Row conditions = Row.empty();
    if (rule.subjectWords != null) {
      conditions.set("subjectContains", rule.subjectWords);
    }
    return row.set("conditions", conditions).set("actions", actions(account, rule));
  }

  private Row actions(Account account, InboxRule rule) {
    Row actions = Row.empty().set("stopProcessingRules", true);
    if (rule.moveToFolder != null) {
      actions.set("moveToFolder", folderId(account, rule.moveToFolder));
    }
    if (rule.delete) {
      actions.set("delete", true);
    }
    if (rule.softDelete) {
      actions.set("permanentDelete", true);
    }
    if (rule.markAsRead) {
      actions.set("markAsRead", true);
    }
    recipients(actions, "forwardTo", rule.forwardTo);
    recipients(actions, "forwardAsAttachmentTo", rule.attachTo);
    recipients(actions, "redirectTo", rule.redirectTo);
    return actions;
  }

  private static void recipients(Row actions, String action, List<InboxRule.Target> targets) {
    if (!targets.isEmpty()) {
      actions.set(action, targets.stream().map(InboxRuleRows::recipient).toList());
    }
  }

  private static Object recipient(InboxRule.Target target) {
    return Row.empty()
        .set(
            "emailAddress", Row.empty().set("name", target.name()).set("address", target.address()))
        .json();
  }

  /** Folders of a mailbox: the usual ones and those that its rules file mail in. */
  List<Row> folders(Account account) {
    List<String> names =
        new ArrayList<>(List.of("Inbox", "Sent Items", "Deleted Items", "Junk Email", "Archive"));
    account.rules.stream()
        .map(rule -> rule.moveToFolder)
        .filter(folder -> folder != null && !names.contains(folder))
        .forEach(names::add);
    return names.stream()
        .distinct()
        .map(
            name ->
                Row.graph("mailFolder", folderId(account, name))
                    .set("displayName", name)
                    .set("parentFolderId", folderId(account, "")))
        .toList();
  }

  private String folderId(Account account, String folder) {
    String text = org.guid("folder/" + account.key + "/" + folder);
    return "AQMkAD" + Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /** An unsigned number of 64 bits, as Exchange gives them: too large for a long. */
  private BigInteger identity(Account account, InboxRule rule) {
    String digits = org.guid("rule/" + account.alias + "/" + (rule.priority - 1));
    return new BigInteger("f" + digits.replace("-", "").substring(0, 15), 16);
  }
}
