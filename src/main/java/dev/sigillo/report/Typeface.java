package dev.sigillo.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.HorizontalMetricsTable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The report's typefaces: which characters they have, and how wide each is. */
final class Typeface {
  static final Typeface TEXT = new Typeface("Inter-Regular");
  static final Typeface SEMIBOLD = new Typeface("Inter-SemiBold");
  static final Typeface BOLD = new Typeface("Inter-Bold");
  static final Typeface CODE = new Typeface("IBMPlexMono-Regular");

  private static final int KEPT = 0x2200;
  private final CmapLookup glyphs;
  private final HorizontalMetricsTable metrics;
  private final double unit;
  private final float[] widths = new float[KEPT];

  private Typeface(String file) {
    String resource = "reports/fonts/" + file + ".ttf";
    try (InputStream in = Typeface.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(resource + " is missing from the program's jar");
      }
      TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
      metrics = font.getHorizontalMetrics();
      unit = font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(int codePoint) {
    return glyphs.getGlyphId(codePoint) != 0;
  }

  /** Width of a character when a line is one unit high. */
  float width(int codePoint) {
    if (codePoint >= KEPT) {
      return measure(codePoint);
    }
    if (widths[codePoint] == 0) {
      widths[codePoint] = measure(codePoint);
    }
    return widths[codePoint];
  }

  /** Width of a text in points, at a size in points. */
  double width(String text, double size) {
    return text.codePoints().mapToDouble(this::width).sum() * size;
  }

  private float measure(int codePoint) {
    return (float) (metrics.getAdvanceWidth(glyphs.getGlyphId(codePoint)) / unit);
  }
}
