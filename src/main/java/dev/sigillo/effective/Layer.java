package dev.sigillo.effective;

import dev.sigillo.snapshot.Fact;
import java.util.List;

/**
 * What one of the independent layers does to a forward. One that stops it is enough.
 *
 * @param kind which layer
 * @param name of the policy, remote domain or rule that decides; empty when none does
 * @param value the setting that decides, as the service said it
 * @param effect what it does
 * @param rows the settings behind it
 */
public record Layer(Kind kind, String name, String value, Effect effect, List<Fact> rows) {
  public Layer {
    rows = List.copyOf(rows);
  }

  /** The layers, in the order in which they are shown. */
  public enum Kind {
    /** {@code AutoForwardingMode} of the sender's outbound spam policy. */
    OUTBOUND_POLICY("AutoForwardingMode"),
    /** {@code AutoForwardEnabled} of the destination's remote domain. */
    REMOTE_DOMAIN("AutoForwardEnabled"),
    /** A transport rule that refuses messages of type AutoForward. */
    TRANSPORT_RULE("MessageTypeMatches"),
    /**
     * A mailbox's {@code ForwardingAddress}, which makes its {@code ForwardingSmtpAddress} idle.
     */
    FORWARDING_ADDRESS("ForwardingAddress");

    private final String property;

    Kind(String property) {
      this.property = property;
    }

    /** Microsoft's name of the setting. */
    public String property() {
      return property;
    }
  }

  /** What a layer does. */
  public enum Effect {
    /** Lets the forward pass. */
    PASSES,
    /** Leaves it to the service: {@code AutoForwardingMode} Automatic, which stops it today. */
    AUTOMATIC,
    /** Stops it. */
    STOPS,
    /** Cannot be told. */
    UNKNOWN
  }

  /** The layer in neutral words, such as {@code AutoForwardingMode = On (Default)}. */
  @Override
  public String toString() {
    String setting = kind.property() + " = " + value;
    return name.isEmpty() ? setting : "%s (%s)".formatted(setting, name);
  }
}
