package dev.sigillo.collect.exchange;

/** Who runs commands. */
enum Via {
  /** Exchange Online. */
  EXCHANGE("Exchange Online admin REST"),
  /** Security and Compliance. */
  COMPLIANCE("Security & Compliance admin REST");

  private final String called;

  Via(String called) {
    this.called = called;
  }

  /** As the manifest names it. */
  String called() {
    return called;
  }
}
