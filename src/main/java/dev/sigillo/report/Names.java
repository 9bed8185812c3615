package dev.sigillo.report;

import java.util.function.UnaryOperator;

/**
 * How a dossier names people.
 *
 * @param whole for a name or address that stands alone
 * @param text for a text in which addresses may stand
 * @param redacted whether they are pseudonyms
 */
public record Names(UnaryOperator<String> whole, UnaryOperator<String> text, boolean redacted) {
  /** As they are. */
  public static final Names PLAIN =
      new Names(UnaryOperator.identity(), UnaryOperator.identity(), false);
}
