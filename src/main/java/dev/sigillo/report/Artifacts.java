package dev.sigillo.report;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdfwriter.ContentStreamWriter;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/** Marks what is drawn outside every tag, lines and backgrounds, as decoration. */
final class Artifacts {
  private static final Set<String> PAINT =
      Set.of("S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "n", "sh", "Do");
  private static final Set<String> PATH = Set.of("m", "l", "c", "v", "y", "h", "re", "W", "W*");

  private Artifacts() {}

  static void mark(PDDocument document, PDPage page) throws IOException {
    PDFStreamParser parser = new PDFStreamParser(page);
    List<Object> out = new ArrayList<>();
    List<Object> operands = new ArrayList<>();
    int depth = 0;
    boolean open = false;
    Object token = parser.parseNextToken();
    while (token != null) {
      if (token instanceof Operator operator) {
        String name = operator.getName();
        if (name.equals("BDC") || name.equals("BMC")) {
          depth++;
        }
        if (depth == 0
            && !open
            && (PATH.contains(name) || name.equals("Do") || name.equals("BT"))) {
          out.add(COSName.getPDFName("Artifact"));
          out.add(Operator.getOperator("BMC"));
          open = true;
        }
        out.addAll(operands);
        operands.clear();
        out.add(operator);
        if (open && (PAINT.contains(name) || name.equals("ET"))) {
          out.add(Operator.getOperator("EMC"));
          open = false;
        }
        if (name.equals("EMC")) {
          depth--;
        }
      } else {
        operands.add(token);
      }
      token = parser.parseNextToken();
    }
    PDStream stream = new PDStream(document);
    try (OutputStream to = stream.createOutputStream(COSName.FLATE_DECODE)) {
      new ContentStreamWriter(to).writeTokens(out);
    }
    page.setContents(stream);
  }
}
