package dev.sigillo.incident.ndr;

/** Takes what is read, one after the other. */
public interface BounceSink {
  /** One recipient of one message. */
  void bounce(Bounce bounce);

  /** A file that was not read: a sentence that begins with its name. */
  void refused(String sentence);
}
