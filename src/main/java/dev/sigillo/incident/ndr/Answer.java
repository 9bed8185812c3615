package dev.sigillo.incident.ndr;

import org.jspecify.annotations.Nullable;

/**
 * What a server's answer says, where it stands without its report, as message traces quote it.
 *
 * @param text the answer; empty when there is none
 * @param status code of RFC 3463; empty when it has none
 * @param reason why it refused; null when nothing was answered
 * @param address that it refused; empty when it names none
 * @param list block list named, or its zone; empty when it names none
 */
public record Answer(
    String text, String status, @Nullable Reason reason, String address, String list) {
  /** A trace that names the events on the way, and no answer, tells no reason. */
  public static final Answer NONE = new Answer("", "", null, "", "");

  /** Finds the answer in a text, by its code or its words. */
  public static Answer of(String said) {
    String line = Diagnostics.line(said);
    String spoken = line.isEmpty() ? KnownWords.line(said) : line;
    if (spoken.isEmpty()) {
      return NONE;
    }
    String status = Patterns.status(spoken);
    Reason reason = Classifier.reason(spoken, status, spoken);
    ReasonRules.BlockList known = ReasonRules.list(spoken);
    String list = known == null ? ClientAddress.zone(spoken) : known.name();
    String address = reason == Reason.NETWORK ? null : ClientAddress.in(spoken);
    return new Answer(spoken, orEmpty(status), reason, orEmpty(address), orEmpty(list));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
