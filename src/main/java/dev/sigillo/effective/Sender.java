package dev.sigillo.effective;

import dev.sigillo.effective.Forward.Shown;
import dev.sigillo.effective.Layer.Effect;
import dev.sigillo.effective.Layer.Kind;
import dev.sigillo.snapshot.InboxRule;
import dev.sigillo.snapshot.Mailbox;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A mailbox with the state that overlapping settings give it.
 *
 * @param mailbox the mailbox
 * @param smtpAuth whether it may submit with SMTP AUTH
 * @param outboundPolicy the outbound spam policy its mail meets
 * @param forwards every way in which mail leaves it by itself, inside the organisation too
 * @param untold inbox rules in force of which it is not known what they do
 */
public record Sender(
    Mailbox mailbox,
    SmtpAuth smtpAuth,
    OutboundPolicy outboundPolicy,
    List<Forward> forwards,
    List<String> untold) {
  public Sender {
    forwards = List.copyOf(forwards);
    untold = List.copyOf(untold);
  }

  /** Whether anything leads outside by itself; few mailboxes need a closer look. */
  public boolean sendsOutside() {
    for (Forward forward : forwards) {
      if (forward.external()) {
        return true;
      }
    }
    return false;
  }

  /** What the mailbox's own forwarding sends outside. */
  public List<Leak> mailboxLeaks() {
    return leaks(forward -> !forward.how().byInboxRule());
  }

  /** What its inbox rules send outside, one leak a rule. */
  public List<Leak> inboxRuleLeaks() {
    return leaks(forward -> forward.how().byInboxRule());
  }

  /** What its inbox rules send outside that the owner cannot see, one leak a rule. */
  public List<Leak> hiddenLeaks() {
    return leaks(forward -> forward.shown() == Shown.NO);
  }

  /** What leads outside and comes to this end, one leak for the mailbox and one for each rule. */
  public List<Leak> leaks(Verdict verdict) {
    return leaks(forward -> forward.verdict() == verdict);
  }

  private List<Leak> leaks(Predicate<Forward> wanted) {
    return Leak.of(forwards.stream().filter(Forward::external).filter(wanted).toList());
  }

  /**
   * What keeps a state from being resolved, in neutral words such as {@code
   * group:sales@contoso.com}; none when it is resolved. What is certainly wrong stays so: one
   * forward that surely leaves is not hidden behind another that cannot be told.
   */
  public List<String> unresolved(Aspect aspect) {
    return switch (aspect) {
      case SMTP_AUTH ->
          smtpAuth.state() == SmtpAuth.State.UNKNOWN
              ? List.of("SmtpClientAuthenticationDisabled")
              : List.of();
      case OUTBOUND_POLICY -> outboundPolicy.unresolved();
      case MAILBOX_FORWARDING -> lost(forwards(aspect), List.of());
      case INBOX_FORWARDING -> lost(forwards(aspect), untold);
      case HIDDEN_FORWARDING -> incomparable();
      case FORWARDING -> undecided();
      default -> throw new IllegalArgumentException(aspect + " is no state of a mailbox");
    };
  }

  /** Whether a state says that mail is sent on, be it inside or outside. */
  public boolean sendsOn(Aspect aspect) {
    return !forwards(aspect).isEmpty();
  }

  private List<Forward> forwards(Aspect aspect) {
    return switch (aspect) {
      case MAILBOX_FORWARDING -> forwards.stream().filter(f -> !f.how().byInboxRule()).toList();
      case INBOX_FORWARDING -> forwards.stream().filter(f -> f.how().byInboxRule()).toList();
      case HIDDEN_FORWARDING ->
          forwards.stream().filter(f -> f.source() instanceof InboxRule).toList();
      case FORWARDING -> forwards;
      default -> List.of();
    };
  }

  private static List<String> lost(List<Forward> some, List<String> untold) {
    if (some.stream().anyMatch(Forward::external)) {
      return List.of();
    }
    Stream<String> recipients =
        some.stream().map(f -> f.destination().unresolved()).filter(Objects::nonNull);
    return Stream.concat(recipients, untold.stream()).distinct().toList();
  }

  /** Rules that lead outside, or nobody knows where, and may be hidden. */
  private List<String> incomparable() {
    if (forwards.stream().anyMatch(f -> f.external() && f.shown() == Shown.NO)) {
      return List.of();
    }
    Set<String> reasons = new LinkedHashSet<>();
    for (Forward forward : forwards) {
      String lost = forward.destination().unresolved();
      if (forward.shown() == Shown.UNKNOWN && forward.external()) {
        reasons.add("rule:" + forward.row().id());
      } else if (forward.shown() != Shown.YES && lost != null) {
        reasons.add(lost);
      }
    }
    return List.copyOf(reasons);
  }

  private List<String> undecided() {
    if (forwards.stream().anyMatch(f -> f.verdict() == Verdict.OPEN)) {
      return List.of();
    }
    Set<String> reasons = new LinkedHashSet<>(untold);
    for (Forward forward : forwards) {
      if (forward.verdict() == Verdict.UNRESOLVED) {
        String lost = forward.destination().unresolved();
        if (lost != null) {
          reasons.add(lost);
        } else {
          forward.layers().stream()
              .filter(layer -> layer.effect() == Effect.UNKNOWN)
              .forEach(layer -> reasons.addAll(reasons(layer)));
        }
      }
    }
    return List.copyOf(reasons);
  }

  private List<String> reasons(Layer layer) {
    return layer.kind() == Kind.OUTBOUND_POLICY && !outboundPolicy.unresolved().isEmpty()
        ? outboundPolicy.unresolved()
        : List.of(layer.kind().property() + ":" + layer.name());
  }
}
