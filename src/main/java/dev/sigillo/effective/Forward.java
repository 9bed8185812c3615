package dev.sigillo.effective;

import dev.sigillo.snapshot.Fact;
import dev.sigillo.snapshot.RowRef;
import java.util.List;

/**
 * One way in which mail leaves a mailbox by itself.
 *
 * @param how what forwards
 * @param written the recipient, as the setting has it
 * @param destination where it really leads
 * @param layers what each layer does to it; none for a forward that stays inside
 * @param source the inbox rule, as Exchange or as Graph lists it, or the mailbox's settings
 * @param shown whether the mailbox's owner can see it
 */
public record Forward(
    How how, String written, Destination destination, List<Layer> layers, Fact source, Shown shown)
    implements Fact {
  public Forward {
    layers = List.copyOf(layers);
  }

  /** Whether the mailbox's owner can see what forwards. */
  public enum Shown {
    YES,
    /** Exchange lists the rule, and Graph, which lists what the owner sees, does not. */
    NO,
    /** There is nothing to compare with. */
    UNKNOWN
  }

  Forward withShown(Shown other) {
    return new Forward(how, written, destination, layers, source, other);
  }

  /** What becomes of it. */
  public Verdict verdict() {
    return destination.reach() == Destination.Reach.INTERNAL
        ? Verdict.INTERNAL
        : Verdict.of(layers);
  }

  /** Certainly leads outside the organisation. */
  public boolean external() {
    return destination.external();
  }

  /** The address really reached. */
  public String address() {
    return destination.address();
  }

  /** The property that forwards and the address it reaches. */
  public String path() {
    return how.property() + ": " + address();
  }

  @Override
  public RowRef row() {
    return source.row();
  }
}
