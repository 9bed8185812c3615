package dev.sigillo.mailauth.spf;

/** Where a parser leaves what it found wrong. */
@FunctionalInterface
interface Faults {
  void found(SpfCode code, int position);
}
