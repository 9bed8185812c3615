package dev.sigillo.incident.files;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;

/**
 * The attachments of a message (RFC 2045), decoded one after the other; what people read is left.
 */
final class MailAttachments {
  private static final int DEEPEST = 20;
  private static final int MOST_PARTS = 1_000;
  private static final Pattern NAME =
      Pattern.compile("(?is)\\b(?:file)?name\\s{0,4}=\\s{0,4}\"?([^\";\\r\\n]{1,200})");
  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(1 << 20)
          .setMaxHeaderLen(1 << 20)
          .setMaxHeaderCount(10_000)
          .build();

  /** Takes an attachment. */
  interface Sink {
    void attachment(String name, InputStream in, int depth) throws IOException;
  }

  private MailAttachments() {}

  static void read(String name, InputStream in, int depth, Sink sink) throws IOException {
    MimeTokenStream stream = new MimeTokenStream(CONFIG);
    int open = 0;
    int parts = 0;
    int found = 0;
    String file = "";
    try {
      stream.parse(in);
      for (EntityState state = stream.getState();
          state != EntityState.T_END_OF_STREAM;
          state = stream.next()) {
        switch (state) {
          case T_START_MESSAGE, T_START_MULTIPART -> {
            if (++open > DEEPEST) {
              throw new RefusedException(
                  "holds parts in parts more than %d deep, which no report has".formatted(DEEPEST));
            }
          }
          case T_END_MESSAGE, T_END_MULTIPART -> open--;
          case T_START_HEADER -> {
            file = "";
            if (++parts > MOST_PARTS) {
              throw new RefusedException("has more than %,d parts".formatted(MOST_PARTS));
            }
          }
          case T_FIELD -> file = fileName(file, stream);
          case T_BODY -> {
            if (isAttachment(stream.getBodyDescriptor(), file)) {
              found++;
              String label = file.isEmpty() ? "part " + found : file;
              sink.attachment(name + "!" + label, stream.getDecodedInputStream(), depth);
            }
          }
          default -> {}
        }
      }
    } catch (MimeException e) {
      throw new RefusedException("is no readable mail message: " + e.getMessage());
    }
    if (found == 0) {
      throw new RefusedException("is a message without an attachment; a report comes as one");
    }
  }

  private static boolean isAttachment(BodyDescriptor body, String file) {
    String type = String.valueOf(body.getMimeType()).toLowerCase(Locale.ROOT);
    boolean words = type.equals("text/plain") || type.equals("text/html") || type.isEmpty();
    boolean image = type.startsWith("image/");
    boolean data = type.contains("xml") || type.contains("json") || type.contains("zip");
    return data || (!image && !(words && file.isEmpty()));
  }

  /** The name that a part is given, for the sentences about it. */
  private static String fileName(String before, MimeTokenStream stream) {
    String name = String.valueOf(stream.getField().getName());
    String body = String.valueOf(stream.getField().getBody());
    if (!name.equalsIgnoreCase("Content-Disposition") && !name.equalsIgnoreCase("Content-Type")) {
      return before;
    }
    Matcher m = NAME.matcher(body);
    return m.find() ? m.group(1).strip() : before;
  }
}
