package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.snapshot.Dataset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What inbox rules, as Graph shows them, tell of the mailbox that they are in. */
final class VisibleRules {
  private static final List<String> SENDING =
      List.of("forwardTo", "forwardAsAttachmentTo", "redirectTo");

  private final Set<String> ownDomains = new HashSet<>();

  /** Whether a rule is a reason to look at its mailbox more closely. */
  enum Look {
    /** None. */
    HARMLESS,
    /** It moves or deletes mail, as many do; the folder's name is not told. */
    FILES,
    /** It does not say what it does, sends outside, or hides mail that it marks or sends on. */
    CALLS
  }

  private VisibleRules() {}

  /** Given the tenant's own domains; without, every address is outside. */
  static VisibleRules of(Collected earlier) throws InterruptedException {
    VisibleRules rules = new VisibleRules();
    for (ObjectNode domain : earlier.rows(Dataset.ACCEPTED_DOMAIN)) {
      String name = MailboxKey.text(domain, "DomainName");
      if (name != null) {
        rules.ownDomains.add(name);
      }
    }
    return rules;
  }

  Look look(ObjectNode rule) {
    if (rule.path("isEnabled").isBoolean() && !rule.path("isEnabled").asBoolean()) {
      return Look.HARMLESS;
    }
    JsonNode actions = rule.path("actions");
    if (!actions.isObject() || (rule.path("isReadOnly").asBoolean() && actions.isEmpty())) {
      return Look.CALLS;
    }
    boolean sends = false;
    for (String action : SENDING) {
      JsonNode recipients = actions.path(action);
      boolean none = recipients.isMissingNode() || recipients.isNull();
      if (!none && (!recipients.isArray() || outside(recipients))) {
        return Look.CALLS;
      }
      sends |= !recipients.isEmpty();
    }
    boolean removes =
        actions.path("delete").asBoolean()
            || actions.path("permanentDelete").asBoolean()
            || !actions.path("moveToFolder").asText("").isEmpty();
    if (!removes) {
      return Look.HARMLESS;
    }
    return sends || actions.path("markAsRead").asBoolean() ? Look.CALLS : Look.FILES;
  }

  private boolean outside(JsonNode recipients) {
    for (JsonNode recipient : recipients) {
      String address = recipient.path("emailAddress").path("address").asText("");
      String domain = address.substring(address.lastIndexOf('@') + 1).strip();
      if (!ownDomains.contains(domain.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }
}
