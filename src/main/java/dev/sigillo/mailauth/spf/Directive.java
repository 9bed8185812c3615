package dev.sigillo.mailauth.spf;

/**
 * A mechanism, and what its match means.
 *
 * @param position offset into the record's text, from 0
 * @param qualifier what a match means; {@link Qualifier#PASS} where none is written
 * @param mechanism what is compared
 */
public record Directive(int position, Qualifier qualifier, Mechanism mechanism) implements Term {

  /** As a record would write it, without the sign that can be left out. */
  @Override
  public String toString() {
    return (qualifier == Qualifier.PASS ? "" : qualifier.sign()) + mechanism.toString();
  }
}
