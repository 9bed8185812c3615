package dev.sigillo.evaluate;

import dev.sigillo.assessment.Reason;
import dev.sigillo.assessment.Reason.Code;
import dev.sigillo.evaluate.EvidencePlan.Group;
import dev.sigillo.evaluate.EvidencePlan.Need;
import dev.sigillo.snapshot.Dataset;
import dev.sigillo.snapshot.DatasetEntry;
import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.Mailbox;
import dev.sigillo.snapshot.PropertyPath;
import dev.sigillo.snapshot.Status;
import dev.sigillo.snapshot.Unanswered;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Says what is not known of one mailbox after the other, and why. */
final class MailboxEvidence {
  private final Function<Dataset, DatasetEntry> entries;

  /** Given the manifest's lines. */
  MailboxEvidence(Function<Dataset, DatasetEntry> entries) {
    this.entries = entries;
  }

  /**
   * What a mailbox lacks of the evidence kept per mailbox.
   *
   * @param sound datasets that need not be looked at
   */
  List<Reason> of(EvidencePlan plan, Mailbox mailbox, Set<Dataset> sound) {
    List<Reason> reasons = new ArrayList<>();
    for (Group group : plan.groups()) {
      if (group.soundIn(sound)) {
        continue;
      }
      List<Reason> best = null;
      for (List<Need> option : group.options()) {
        List<Reason> missing = new ArrayList<>();
        for (Need need : option) {
          if (need.dataset().keyed() == Dataset.Keyed.BY_MAILBOX
              && !sound.contains(need.dataset())) {
            Reason reason = of(need, mailbox);
            if (reason != null) {
              missing.add(reason);
            }
          }
        }
        if (missing.isEmpty()) {
          best = null;
          break;
        }
        best = best == null || (told(missing) && !told(best)) ? missing : best;
      }
      if (best != null) {
        reasons.addAll(best);
      }
    }
    return reasons;
  }

  /** Whether the mailbox was asked there: of alternatives, that one says most. */
  private static boolean told(List<Reason> reasons) {
    return reasons.stream()
        .noneMatch(one -> one.code() == Code.DATASET || one.code() == Code.NOT_ASKED);
  }

  /** What a mailbox lacks of one need; null when it lacks nothing. */
  @Nullable Reason of(Need need, Mailbox mailbox) {
    Dataset dataset = need.dataset();
    Unanswered unanswered = mailbox.unanswered().get(dataset);
    if (unanswered != null) {
      DatasetEntry entry = entries.apply(dataset);
      if (unanswered.kind() == Unanswered.Kind.NO_ANSWER) {
        return new Reason(
            Code.NO_ANSWER, dataset.id(), null, null, unanswered.detail(), 1, List.of());
      }
      return entry.status() == Status.COMPLETE
          ? new Reason(Code.NOT_ASKED, dataset.id(), null, null, entry.reason(), 1, List.of())
          : Lacking.of(entry);
    }
    for (Fact row : rows(dataset, mailbox)) {
      for (PropertyPath path : need.paths()) {
        Reason missing = Lacking.property(dataset, path, path.of(row));
        if (missing != null) {
          return missing;
        }
      }
    }
    return null;
  }

  private static List<? extends Fact> rows(Dataset dataset, Mailbox mailbox) {
    return switch (dataset) {
      case MAILBOX -> List.of(mailbox.settings());
      case CAS_MAILBOX -> List.of(mailbox.cas());
      case USER -> List.of(mailbox.user());
      case USER_REGISTRATION -> List.of(mailbox.registration());
      case INBOX_RULE -> mailbox.inboxRules();
      case MESSAGE_RULE -> mailbox.messageRules();
      case MAILBOX_PERMISSION -> mailbox.mailboxPermissions();
      case RECIPIENT_PERMISSION -> mailbox.recipientPermissions();
      default -> throw new IllegalArgumentException(dataset + " is not kept per mailbox");
    };
  }
}
