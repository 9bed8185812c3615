package dev.sigillo.effective;

import dev.sigillo.effective.Forward.Shown;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.EmailAddress;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.MailboxSettings;
import dev.sigillo.snapshot.MessageRule;
import dev.sigillo.snapshot.MessageRuleActions;
import dev.sigillo.snapshot.RuleRecipient;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.List;

/**
 * Every way in which mail leaves a mailbox by itself. Its inbox rules come from Exchange, hidden
 * ones included, from Graph, which shows what the owner can see, or from both; what both say counts
 * once.
 */
final class Forwards {
  private final Recipients recipients;
  private final Layers layers;

  Forwards(Recipients recipients, Layers layers) {
    this.recipients = recipients;
    this.layers = layers;
  }

  List<Forward> of(Mailbox mailbox, OutboundPolicy policy) {
    List<Forward> visible = visible(mailbox, policy);
    List<Forward> forwards = new ArrayList<>();
    for (InboxRule rule : mailbox.inboxRules()) {
      if (rule.enabled().is(true)) {
        exchange(forwards, How.FORWARD_TO, rule.forwardTo(), rule, policy);
        exchange(
            forwards, How.FORWARD_AS_ATTACHMENT_TO, rule.forwardAsAttachmentTo(), rule, policy);
        exchange(forwards, How.REDIRECT_TO, rule.redirectTo(), rule, policy);
      }
    }
    if (!forwards.isEmpty()) {
      Shown otherwise = compared(mailbox) ? Shown.NO : Shown.UNKNOWN;
      forwards.replaceAll(one -> one.withShown(among(visible, one) ? Shown.YES : otherwise));
    }
    int exchange = forwards.size();
    for (Forward one : visible) {
      if (one.source() instanceof MessageRule rule
          && rule.isEnabled().is(true)
          && !among(forwards.subList(0, exchange), one)) {
        forwards.add(one);
      }
    }
    own(forwards, mailbox.settings(), policy);
    return forwards;
  }

  /**
   * Rules in force of which nobody told what they do: Graph has no words for them, and Exchange was
   * not asked or did not answer in full.
   */
  static List<String> untold(Mailbox mailbox) {
    if (mailbox.messageRules().isEmpty() || exchangeTells(mailbox)) {
      return List.of();
    }
    List<String> untold = new ArrayList<>();
    for (MessageRule rule : mailbox.messageRules()) {
      if (rule.isOpaque() && rule.isEnabled().is(true)) {
        untold.add("rule:" + rule.row().id());
      }
    }
    return untold;
  }

  private static boolean exchangeTells(Mailbox mailbox) {
    if (mailbox.unanswered().containsKey(Dataset.INBOX_RULE)) {
      return false;
    }
    for (InboxRule rule : mailbox.inboxRules()) {
      if (!(rule.enabled().known()
          && rule.forwardTo().known()
          && rule.forwardAsAttachmentTo().known()
          && rule.redirectTo().known())) {
        return false;
      }
    }
    return true;
  }

  /** Whether Graph told of every rule that the owner can see what it does. */
  private static boolean compared(Mailbox mailbox) {
    return !mailbox.unanswered().containsKey(Dataset.MESSAGE_RULE)
        && mailbox.messageRules().stream().noneMatch(MessageRule::isOpaque);
  }

  private static boolean among(List<Forward> forwards, Forward wanted) {
    for (Forward one : forwards) {
      if (one.how() == wanted.how() && one.destination().equals(wanted.destination())) {
        return true;
      }
    }
    return false;
  }

  /** What the rules that Graph shows would send on, those that are switched off among them. */
  private List<Forward> visible(Mailbox mailbox, OutboundPolicy policy) {
    if (mailbox.messageRules().isEmpty()) {
      return List.of();
    }
    List<Forward> visible = new ArrayList<>();
    for (MessageRule rule : mailbox.messageRules()) {
      MessageRuleActions actions = rule.actions().orNull();
      if (actions != null) {
        graph(visible, How.FORWARD_TO, actions.forwardTo(), rule, policy);
        graph(visible, How.FORWARD_AS_ATTACHMENT_TO, actions.forwardAsAttachmentTo(), rule, policy);
        graph(visible, How.REDIRECT_TO, actions.redirectTo(), rule, policy);
      }
    }
    return visible;
  }

  private void graph(
      List<Forward> forwards,
      How how,
      Setting<List<RuleRecipient>> written,
      MessageRule rule,
      OutboundPolicy policy) {
    for (RuleRecipient recipient : written.orElse(List.of())) {
      EmailAddress email = recipient.emailAddress().orNull();
      String address = email == null ? "" : email.address().orElse("");
      Destination destination =
          address.isBlank()
              ? Destination.unknown("recipient:" + (email == null ? "" : email.name().orElse("")))
              : recipients.of(address);
      forwards.add(forward(how, address, destination, rule, policy, false, Shown.YES));
    }
  }

  private void exchange(
      List<Forward> forwards,
      How how,
      Setting<List<String>> recipientsWritten,
      InboxRule rule,
      OutboundPolicy policy) {
    for (String written : recipientsWritten.orElse(List.of())) {
      if (!written.isBlank()) {
        Destination destination = recipients.of(written);
        forwards.add(forward(how, written, destination, rule, policy, false, Shown.UNKNOWN));
      }
    }
  }

  /** The mailbox's own forwarding. */
  private void own(List<Forward> forwards, MailboxSettings settings, OutboundPolicy policy) {
    String recipient = settings.forwardingAddress().orElse("");
    String address = settings.forwardingSmtpAddress().orElse("");
    boolean idle = !recipient.isBlank();
    if (!recipient.isBlank()) {
      Destination to = recipients.directory(recipient);
      forwards.add(
          forward(How.FORWARDING_ADDRESS, recipient, to, settings, policy, false, Shown.YES));
    }
    if (!address.isBlank()) {
      Destination to = recipients.of(address);
      forwards.add(
          forward(How.FORWARDING_SMTP_ADDRESS, address, to, settings, policy, idle, Shown.YES));
    }
  }

  private Forward forward(
      How how,
      String written,
      Destination destination,
      Fact source,
      OutboundPolicy policy,
      boolean idle,
      Shown shown) {
    List<Layer> stack =
        destination.reach() == Destination.Reach.INTERNAL
            ? List.of()
            : layers.of(how, destination, policy, idle);
    return new Forward(how, written, destination, stack, source, shown);
  }
}
