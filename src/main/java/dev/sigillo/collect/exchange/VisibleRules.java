package dev.sigillo.collect.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sigillo.collect.MailboxKey;
import dev.sigillo.collect.run.Collected;
import dev.sigillo.snapshot.Dataset;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What inbox rules, as Graph shows them, tell of the mailbox that they are in. The rules of one
 * mailbox come together.
 */
final class VisibleRules implements Collected.Rows {
  private static final List<String> SENDING =
      List.of("forwardTo", "forwardAsAttachmentTo", "redirectTo");

  private final Set<String> ownDomains = new HashSet<>();
  private final Consumer<String> calling;
  private final Consumer<String> filing;
  private @Nullable String mailbox;
  private Look worst = Look.HARMLESS;

  /** Whether a rule is a reason to look at its mailbox more closely, the least first. */
  private enum Look {
    /** None. */
    HARMLESS,
    /** It moves or deletes mail, as many do; the folder's name is not told. */
    FILES,
    /** It does not say what it does, sends outside, or hides mail that it marks or sends on. */
    CALLS
  }

  private VisibleRules(Consumer<String> calling, Consumer<String> filing) {
    this.calling = calling;
    this.filing = filing;
  }

  /**
   * Given the tenant's own domains; without, every address is outside.
   *
   * @param calling told which mailboxes have a rule that calls for a closer look
   * @param filing told which others have one that moves or deletes mail
   */
  static VisibleRules of(Collected earlier, Consumer<String> calling, Consumer<String> filing)
      throws InterruptedException {
    VisibleRules rules = new VisibleRules(calling, filing);
    for (ObjectNode domain : earlier.rows(Dataset.ACCEPTED_DOMAIN)) {
      String name = MailboxKey.text(domain, "DomainName");
      if (name != null) {
        rules.ownDomains.add(name);
      }
    }
    return rules;
  }

  @Override
  public void row(int number, @Nullable String key, ObjectNode rule) {
    if (!Objects.equals(key, mailbox)) {
      end();
      mailbox = key;
    }
    Look look = look(rule);
    worst = look.compareTo(worst) > 0 ? look : worst;
  }

  /** There are no more. */
  void end() {
    if (mailbox != null && worst == Look.CALLS) {
      calling.accept(mailbox);
    } else if (mailbox != null && worst == Look.FILES) {
      filing.accept(mailbox);
    }
    mailbox = null;
    worst = Look.HARMLESS;
  }

  private Look look(ObjectNode rule) {
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
