package dev.sigillo.effective;

import dev.sigillo.snapshot.OutboundSpamPolicy;
import java.util.List;
import java.util.Optional;

/**
 * The outbound spam policy that a mailbox's mail meets.
 *
 * @param possible the policies it may be, in order of precedence: one when it is known
 * @param unresolved what it would take to know, such as {@code group:sales@contoso.com}; none when
 *     it is known
 */
public record OutboundPolicy(List<OutboundSpamPolicy> possible, List<String> unresolved) {
  public OutboundPolicy {
    possible = List.copyOf(possible);
    unresolved = List.copyOf(unresolved);
  }

  /** The policy, when it is known. */
  public Optional<OutboundSpamPolicy> policy() {
    return unresolved.isEmpty() ? possible.stream().findFirst() : Optional.empty();
  }
}
