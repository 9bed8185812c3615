package dev.sigillo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Text that shows all it holds: control and direction marks, and characters the report's typefaces
 * lack, come out as {@code \\u{…}} instead of vanishing or misleading.
 */
final class Visible {
  private static final CmapLookup[] FONTS = {
    cmap("reports/fonts/Inter-Regular.ttf"), cmap("reports/fonts/IBMPlexMono-Regular.ttf")
  };

  private Visible() {}

  static String text(String raw) {
    StringBuilder shown = null;
    for (int i = 0; i < raw.length(); ) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      if (!plain(c)) {
        if (shown == null) {
          shown = new StringBuilder(raw.substring(0, i));
        }
        shown
            .append("\\u{")
            .append(Integer.toHexString(c).toUpperCase(java.util.Locale.ROOT))
            .append('}');
      } else if (shown != null) {
        shown.appendCodePoint(c);
      }
      i = next;
    }
    return shown == null ? raw : shown.toString();
  }

  private static boolean plain(int c) {
    if (c == '\n' || (c >= ' ' && c < 0x7F)) {
      return true;
    }
    int type = Character.getType(c);
    if (type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || type == Character.UNASSIGNED) {
      return false;
    }
    for (CmapLookup font : FONTS) {
      if (font.getGlyphId(c) == 0) {
        return MARKS.indexOf(c) >= 0;
      }
    }
    return true;
  }

  /** Signs of our own that stand in Inter alone. */
  private static final String MARKS = "✓✗⚠–—…·→≥≤×“”‘’«»•€";

  private static CmapLookup cmap(String resource) {
    try (InputStream in = Visible.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program's jar");
      }
      return new TTFParser()
          .parse(new RandomAccessReadBuffer(in.readAllBytes()))
          .getUnicodeCmapLookup();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
