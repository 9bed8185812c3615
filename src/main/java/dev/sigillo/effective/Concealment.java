package dev.sigillo.effective;

import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Setting;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Actions by which an inbox rule keeps mail out of its owner's sight. One of them alone is ordinary
 * tidying; who hides something from the owner also marks it as read or sends it on.
 */
public final class Concealment {
  private Concealment() {}

  /**
   * Whether the rule deletes messages, or moves them where nobody looks.
   *
   * @param rule the rule
   * @param folders names of folders where nobody looks; the last part of a path counts
   */
  public static boolean hides(InboxRule rule, List<String> folders) {
    if (deletes(rule)) {
      return true;
    }
    for (String folder : rule.moveToFolder().list()) {
      String name = leaf(folder);
      for (String hidden : folders) {
        if (name.equals(leaf(hidden))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether one of the rules hides messages. */
  public static boolean hides(Collection<InboxRule> rules, List<String> folders) {
    for (InboxRule rule : rules) {
      if (hides(rule, folders)) {
        return true;
      }
    }
    return false;
  }

  /** Whether one of the rules deletes messages. */
  public static boolean deletes(Collection<InboxRule> rules) {
    return rules.stream().anyMatch(Concealment::deletes);
  }

  /** Whether the rule deletes messages. */
  public static boolean deletes(InboxRule rule) {
    return rule.deleteMessage().is(true) || rule.softDeleteMessage().is(true);
  }

  /** Whether the rule sends messages on, to whomever. */
  public static boolean sendsOn(InboxRule rule) {
    return rule.forwardTo().notEmpty()
        || rule.forwardAsAttachmentTo().notEmpty()
        || rule.redirectTo().notEmpty();
  }

  /**
   * The rule's actions by Microsoft's names, such as {@code MoveToFolder: RSS Feeds, MarkAsRead}.
   */
  public static String actions(InboxRule rule) {
    List<String> actions = new ArrayList<>();
    add(actions, "DeleteMessage", rule.deleteMessage());
    add(actions, "SoftDeleteMessage", rule.softDeleteMessage());
    rule.moveToFolder().list().forEach(folder -> actions.add("MoveToFolder: " + folder));
    add(actions, "MarkAsRead", rule.markAsRead());
    addIf(actions, "ForwardTo", rule.forwardTo().notEmpty());
    addIf(actions, "ForwardAsAttachmentTo", rule.forwardAsAttachmentTo().notEmpty());
    addIf(actions, "RedirectTo", rule.redirectTo().notEmpty());
    return String.join(", ", actions);
  }

  private static void add(List<String> actions, String name, Setting<Boolean> setting) {
    addIf(actions, name, setting.is(true));
  }

  private static void addIf(List<String> actions, String name, boolean done) {
    if (done) {
      actions.add(name);
    }
  }

  private static String leaf(String folder) {
    String path = MailAddress.lower(folder).replace('/', '\\');
    return path.substring(path.lastIndexOf('\\') + 1);
  }
}
