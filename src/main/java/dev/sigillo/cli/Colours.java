package dev.sigillo.cli;

import picocli.CommandLine.Help.Ansi;

/** Colours of a terminal; none anywhere else. Colour is never the only sign. */
final class Colours {
  private final boolean on;

  private Colours(boolean on) {
    this.on = on;
  }

  /** Colours where the output is a terminal that wants them, unless they were refused. */
  static Colours unless(boolean refused) {
    return new Colours(!refused && Ansi.AUTO.enabled());
  }

  String good(String text) {
    return in("32", text);
  }

  String bad(String text) {
    return in("31", text);
  }

  String doubtful(String text) {
    return in("33", text);
  }

  String title(String text) {
    return in("1", text);
  }

  String faint(String text) {
    return in("2", text);
  }

  private String in(String code, String text) {
    return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
