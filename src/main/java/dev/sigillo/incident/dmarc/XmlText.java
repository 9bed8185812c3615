package dev.sigillo.incident.dmarc;

import dev.sigillo.incident.files.RefusedException;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decodes XML as its byte-order mark or declaration says (XML 1.0 section 4.3.3), strictly. */
final class XmlText {
  private static final int LOOK = 200;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]{0,100}encoding\\s?=\\s?[\"']([A-Za-z][\\w.-]{0,40})[\"']");

  private XmlText() {}

  static Reader of(byte[] bytes) throws RefusedException {
    String start = new String(bytes, 0, Math.min(bytes.length, LOOK), StandardCharsets.ISO_8859_1);
    if (start.startsWith("\u00ef\u00bb\u00bf")) {
      return reader(bytes, 3, StandardCharsets.UTF_8);
    }
    if (start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe")) {
      return reader(bytes, 0, StandardCharsets.UTF_16);
    }
    Matcher declared = DECLARED.matcher(start.stripLeading());
    return reader(bytes, 0, declared.find() ? charset(declared.group(1)) : StandardCharsets.UTF_8);
  }

  private static Charset charset(String name) throws RefusedException {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          "says that it is encoded in %s, which is not known; allowed: UTF-8".formatted(name));
    }
  }

  private static Reader reader(byte[] bytes, int from, Charset charset) {
    return new InputStreamReader(
        new ByteArrayInputStream(bytes, from, bytes.length - from),
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT));
  }
}
