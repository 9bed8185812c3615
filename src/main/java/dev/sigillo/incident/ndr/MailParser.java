package dev.sigillo.incident.ndr;

import dev.sigillo.incident.files.RefusedException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.jspecify.annotations.Nullable;

/** Takes from a message (RFC 5322, 2045) what can be a delivery report; streaming, bounded. */
final class MailParser {
  /** Parts in parts, messages in messages: a report has three. */
  static final int DEEPEST = 50;

  /** Of each kind of text; the rest passes by. */
  private static final int LONGEST_TEXT = 1 << 20;

  private static final int MOST_PARTS = 10_000;

  private static final MimeConfig CONFIG =
      MimeConfig.custom()
          .setMaxLineLen(1 << 20)
          .setMaxHeaderLen(1 << 20)
          .setMaxHeaderCount(10_000)
          .build();

  private final MimeTokenStream stream = new MimeTokenStream(CONFIG);
  private final Deque<MailPart> open = new ArrayDeque<>();
  private final MailPart whole = new MailPart();
  private boolean ofMessage;
  private int depth;
  private int parts;

  private MailParser() {}

  /**
   * @throws RefusedException a sentence's end: what is wrong and what is allowed
   * @throws IOException the file cannot be read
   */
  static MailPart parse(InputStream in) throws IOException {
    MailParser parser = new MailParser();
    try {
      parser.run(in);
    } catch (MessageLimit.Reached e) {
      parser.whole.cut = true;
    } catch (MimeException e) {
      throw new RefusedException("is no readable mail message: " + e.getMessage());
    }
    return parser.whole;
  }

  private void run(InputStream in) throws IOException, MimeException {
    stream.parse(in);
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM;
        state = stream.next()) {
      switch (state) {
        case T_START_MESSAGE -> begin();
        case T_END_MESSAGE -> SesNotification.read(open.pop());
        case T_START_BODYPART -> {
          ofMessage = false;
          count();
        }
        case T_START_MULTIPART -> deeper();
        case T_END_MULTIPART -> depth--;
        case T_FIELD -> field(stream.getField());
        case T_BODY -> body(stream.getBodyDescriptor());
        case T_PREAMBLE -> preamble();
        default -> {}
      }
    }
  }

  private void begin() throws RefusedException {
    MailPart part = open.isEmpty() ? whole : new MailPart();
    MailPart outer = open.peek();
    if (outer != null) {
      outer.enclosed.add(part);
    }
    open.push(part);
    ofMessage = true;
    count();
    if (open.size() > DEEPEST) {
      throw tooDeep();
    }
  }

  private void deeper() throws RefusedException {
    if (++depth > DEEPEST) {
      throw tooDeep();
    }
  }

  private static RefusedException tooDeep() {
    return new RefusedException(
        "holds parts in parts more than %d deep, which no delivery report has".formatted(DEEPEST));
  }

  private void count() throws RefusedException {
    if (++parts > MOST_PARTS) {
      throw new RefusedException("has more than %,d parts".formatted(MOST_PARTS));
    }
  }

  private void field(Field field) {
    MailPart part = open.peek();
    if (ofMessage && part != null) {
      String body = field.getBody();
      part.headers.add(field.getName(), body == null ? "" : body);
    }
  }

  private void body(BodyDescriptor body) throws IOException {
    MailPart part = open.peek();
    String type = String.valueOf(body.getMimeType()).toLowerCase(Locale.ROOT);
    if (part == null) {
      return;
    }
    switch (type) {
      case "message/delivery-status", "message/global-delivery-status" ->
          append(part, part.status, body);
      case "text/rfc822-headers", "message/global-headers", "message/global", "message/partial" ->
          append(part, part.originalHeaders, body);
      case "message/feedback-report" -> part.complaint = true;
      case "message/disposition-notification", "message/global-disposition-notification" ->
          part.receipt = true;
      case "text/html" -> append(part, part.html, body);
      default -> {
        if (type.startsWith("text/")) {
          append(part, part.text, body);
        }
      }
    }
  }

  private void preamble() throws IOException {
    MailPart part = open.peek();
    if (part != null && part.preamble.isEmpty()) {
      part.preamble.append(decoded(stream.getInputStream().readNBytes(LONGEST_TEXT), null));
    }
  }

  private void append(MailPart part, StringBuilder to, BodyDescriptor body) throws IOException {
    int room = LONGEST_TEXT - to.length();
    if (room <= 0) {
      part.cut = true;
      return;
    }
    byte[] bytes = stream.getDecodedInputStream().readNBytes(room);
    to.append(decoded(bytes, body.getCharset())).append('\n');
  }

  /** As declared when it is a charset and fits; otherwise UTF-8 when it fits; otherwise Latin. */
  private static String decoded(byte[] bytes, @Nullable String declared) {
    Charset charset = charset(declared);
    if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
      return new String(bytes, charset);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }

  private static @Nullable Charset charset(@Nullable String name) {
    try {
      return name == null ? null : Charset.forName(name.strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
