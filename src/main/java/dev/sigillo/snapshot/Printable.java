package dev.sigillo.snapshot;

/** Foreign text made fit for a one-line message. */
final class Printable {
  private static final int MAX = 80;

  private Printable() {}

  static String of(String text) {
    String shown = text.length() > MAX ? text.substring(0, MAX) + "…" : text;
    return shown.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "?");
  }
}
