package dev.sigillo.incident.trace;

import dev.sigillo.incident.files.RefusedException;
import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The text of an export. Reports that the admin centre makes are UTF-16 without a byte-order mark
 * as often as with one; PowerShell writes UTF-8, UTF-16, or the code page of the machine.
 */
final class TraceText {
  private static final int LOOK = 4_096;

  private TraceText() {}

  /** Opens the file behind its byte-order mark. */
  static BufferedReader open(TraceInput file) throws IOException {
    Charset charset = charset(file);
    InputStream in = new BufferedInputStream(file.open(), 1 << 16);
    BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                in,
                charset
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPLACE)
                    .onUnmappableCharacter(CodingErrorAction.REPLACE)),
            1 << 16);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return reader;
  }

  private static Charset charset(TraceInput file) throws IOException {
    byte[] start;
    try (InputStream in = file.open()) {
      start = in.readNBytes(LOOK);
    }
    if (start.length >= 2 && start[0] == 'P' && start[1] == 'K') {
      throw new RefusedException("is a ZIP in a ZIP; unpack it first");
    }
    if (TraceInput.isGzip(start)) {
      throw new RefusedException("is packed twice over; unpack it first");
    }
    int[] zeros = new int[2];
    for (int i = 0; i < start.length; i++) {
      zeros[i & 1] += start[i] == 0 ? 1 : 0;
    }
    boolean little = start.length >= 2 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE;
    boolean big = start.length >= 2 && (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF;
    int most = start.length * 3 / 10;
    if (little || (zeros[1] > most && zeros[0] < most)) {
      return StandardCharsets.UTF_16LE;
    }
    if (big || (zeros[0] > most && zeros[1] < most)) {
      return StandardCharsets.UTF_16BE;
    }
    return isUtf8(file) ? StandardCharsets.UTF_8 : Charset.forName("windows-1252");
  }

  private static boolean isUtf8(TraceInput file) throws IOException {
    try (Reader strict =
        new InputStreamReader(
            new BufferedInputStream(file.open(), 1 << 16),
            StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT))) {
      strict.transferTo(Writer.nullWriter());
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
