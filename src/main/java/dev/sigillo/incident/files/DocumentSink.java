package dev.sigillo.incident.files;

import java.io.IOException;

/** Takes what is found, one after the other. */
public interface DocumentSink {
  /**
   * A file, unpacked.
   *
   * @throws RefusedException when it is not what the reader wants
   */
  void document(Document document) throws IOException;

  /** A file that was not read: a sentence that begins with its name. */
  void refused(String sentence);
}
