package dev.sigillo.incident.files;

/**
 * A file's content, unpacked.
 *
 * @param name a path; {@code a.zip!b.xml} for what stood inside
 * @param sha256 digest of the outermost file, as it came, in lower-case hexadecimal
 * @param bytes unpacked, never more than {@link Unpacker#LARGEST}
 */
@SuppressWarnings("ArrayRecordComponent") // made and read at once, never compared
public record Document(String name, String sha256, byte[] bytes) {
  /** Whether it begins like XML. */
  public boolean isXml() {
    return first() == '<';
  }

  /** Whether it begins like a JSON object. */
  public boolean isJson() {
    return first() == '{';
  }

  /** The first character that is not white space, a byte-order mark aside; 0 for none. */
  private char first() {
    for (byte b : bytes) {
      if (b > ' ') { // the bytes of a mark are negative
        return (char) b;
      }
    }
    return 0;
  }
}
