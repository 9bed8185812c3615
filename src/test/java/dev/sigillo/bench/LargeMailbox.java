package dev.sigillo.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A mailbox with three inbox rules and all else that is asked about mailboxes. */
final class LargeMailbox {
  private static final int RULES = 3;
  private static final String[] OWNER = {
    "Update", "MoveToDeletedItems", "SoftDelete", "HardDelete", "UpdateFolderPermissions",
    "UpdateInboxRules", "UpdateCalendarDelegation", "ApplyRecord", "MailItemsAccessed", "Send"
  };
  private static final String[] OTHERS = {
    "Update",
    "MoveToDeletedItems",
    "SoftDelete",
    "HardDelete",
    "SendAs",
    "SendOnBehalf",
    "Create",
    "UpdateFolderPermissions",
    "UpdateInboxRules",
    "UpdateCalendarDelegation",
    "ApplyRecord",
    "MailItemsAccessed",
    "Send"
  };

  private final int number;
  private final boolean bad;
  private final String key;
  private final String address;

  LargeMailbox(int number, boolean bad) {
    this.number = number;
    this.bad = bad;
    this.key = guid("account");
    this.address = "user" + number + "@esempio.it";
  }

  void write(Map<Dataset, DatasetWriter> open) {
    write(open, Dataset.MAILBOX, settings());
    write(open, Dataset.CAS_MAILBOX, cas());
    write(open, Dataset.USER, account().put("userType", "Member").put("accountEnabled", true));
    write(
        open,
        Dataset.USER_REGISTRATION,
        account().put("isMfaCapable", !bad).put("isMfaRegistered", !bad).put("isAdmin", false));
    for (int i = 0; i < RULES; i++) {
      if (open.containsKey(Dataset.INBOX_RULE)) {
        write(open, Dataset.INBOX_RULE, rule(i));
      }
      if (open.containsKey(Dataset.MESSAGE_RULE)) {
        write(open, Dataset.MESSAGE_RULE, visible(i));
      }
    }
    write(open, Dataset.MAILBOX_PERMISSION, access("NT AUTHORITY\\SELF"));
    write(open, Dataset.RECIPIENT_PERMISSION, sendAs("NT AUTHORITY\\SELF"));
    if (bad) {
      write(open, Dataset.MAILBOX_PERMISSION, access("stranger@esempio.it"));
      write(open, Dataset.RECIPIENT_PERMISSION, sendAs("stranger@esempio.it"));
    }
    DatasetWriter bypass = open.get(Dataset.AUDIT_BYPASS);
    if (bypass != null) {
      bypass.row(
          row()
              .put("Guid", guid("bypass"))
              .put("Identity", "user" + number)
              .put("Name", "user" + number)
              .put("AuditBypassEnabled", bad));
    }
  }

  private void write(Map<Dataset, DatasetWriter> open, Dataset dataset, ObjectNode row) {
    Objects.requireNonNull(open.get(dataset)).row(key, row);
  }

  private ObjectNode settings() {
    ObjectNode row = row();
    row.put("Guid", guid("mailbox")).put("Identity", "user" + number);
    row.put("ExternalDirectoryObjectId", key).put("ExchangeGuid", guid("exchange"));
    row.put("PrimarySmtpAddress", address).put("UserPrincipalName", address);
    row.put("DisplayName", "User " + number).put("RecipientTypeDetails", "UserMailbox");
    add(
        row.putArray("EmailAddresses"),
        "SMTP:" + address,
        "smtp:user" + number + "@esempio.onmicrosoft.com");
    row.put("ForwardingSmtpAddress", bad ? "smtp:u" + number + "@posta.example" : null);
    row.putNull("ForwardingAddress").put("DeliverToMailboxAndForward", bad);
    add(row.putArray("GrantSendOnBehalfTo"), bad ? new String[] {"stranger"} : new String[0]);
    row.put("RecipientLimits", bad ? "Unlimited" : "500").put("AuditEnabled", true);
    row.put("AuditLogAgeLimit", bad ? "30.00:00:00" : "90.00:00:00");
    add(row.putArray("AuditOwner"), bad ? new String[] {"Update"} : OWNER);
    add(row.putArray("AuditDelegate"), bad ? new String[] {"Update"} : OTHERS);
    add(row.putArray("AuditAdmin"), bad ? new String[] {"Update"} : OTHERS);
    return row;
  }

  private ObjectNode cas() {
    ObjectNode row = row().put("Guid", guid("mailbox")).put("Identity", "user" + number);
    row.put("SmtpClientAuthenticationDisabled", bad ? Boolean.FALSE : null);
    return row.put("PopEnabled", bad).put("ImapEnabled", bad);
  }

  private ObjectNode account() {
    return row().put("id", key).put("userPrincipalName", address);
  }

  /** Files mail or passes it on inside; a bad one passes it on outside and hides it. */
  private ObjectNode rule(int which) {
    ObjectNode row = row().put("Identity", "user" + number + "\\" + which);
    row.put("RuleIdentity", String.valueOf((long) number * RULES + which)).put("Enabled", true);
    row.putNull("ForwardAsAttachmentTo");
    String outside = "\"Casa\" [SMTP:u" + number + "." + which + "@posta.example]";
    String inside = "\"Collega\" [SMTP:user" + (number / 2) + "@esempio.it]";
    boolean files = which == 0 && !bad;
    if (files) {
      row.putNull("ForwardTo");
    } else {
      row.putArray("ForwardTo").add(bad ? outside : inside);
    }
    row.putNull("RedirectTo").put("DeleteMessage", bad).put("SoftDeleteMessage", false);
    return row.put("MoveToFolder", files ? "Progetti" : null).put("MarkAsRead", bad);
  }

  /** The same rule as Graph shows it. */
  private ObjectNode visible(int which) {
    ObjectNode row = row().put("id", "AQAAA" + ((long) number * RULES + which) + "=");
    row.put("isEnabled", true).put("isReadOnly", false).put("hasError", false);
    ObjectNode actions = row.putObject("actions");
    if (which == 0 && !bad) {
      actions.put("moveToFolder", "AAMkAGI2" + which);
    } else {
      String outside = "u" + number + "." + which + "@posta.example";
      ObjectNode to = actions.putArray("forwardTo").addObject().putObject("emailAddress");
      to.put("name", bad ? "Casa" : "Collega");
      to.put("address", bad ? outside : "user" + (number / 2) + "@esempio.it");
    }
    if (bad) {
      actions.put("delete", true).put("markAsRead", true);
    }
    return row;
  }

  private ObjectNode access(String user) {
    ObjectNode row = row().put("Identity", "user" + number).put("User", user);
    add(row.putArray("AccessRights"), "FullAccess");
    return row.put("IsInherited", false).put("Deny", false);
  }

  private ObjectNode sendAs(String trustee) {
    ObjectNode row = row().put("Identity", "user" + number).put("Trustee", trustee);
    add(row.putArray("AccessRights"), "SendAs");
    return row.put("AccessControlType", "Allow").put("IsInherited", false);
  }

  private static void add(ArrayNode list, String... texts) {
    for (String text : texts) {
      list.add(text);
    }
  }

  private static ObjectNode row() {
    return JsonNodeFactory.instance.objectNode();
  }

  private String guid(String of) {
    return UUID.nameUUIDFromBytes((of + number).getBytes(StandardCharsets.UTF_8)).toString();
  }
}
