package dev.sigillo.report;

import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Gives embedded fonts names that do not change from run to run, and drops their CIDSet. */
final class FontNames {
  private FontNames() {}

  static void finish(PDDocument document) {
    Map<String, String> names = new HashMap<>();
    for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
      COSObject object = document.getDocument().getObjectFromPool(key);
      if (object.getObject() instanceof COSDictionary dictionary) {
        font(dictionary, names);
      }
    }
  }

  private static void font(COSDictionary dictionary, Map<String, String> names) {
    dictionary.removeItem(COSName.getPDFName("CIDSet"));
    for (COSName key : new COSName[] {COSName.BASE_FONT, COSName.FONT_NAME}) {
      String name = dictionary.getNameAsString(key);
      if (name != null && name.length() > 7 && name.charAt(6) == '+') {
        dictionary.setName(
            key, names.computeIfAbsent(name, n -> prefix(names.size()) + n.substring(6)));
      }
    }
    COSBase descendants = dictionary.getDictionaryObject(COSName.DESCENDANT_FONTS);
    if (descendants instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        if (array.getObject(i) instanceof COSDictionary descendant) {
          font(descendant, names);
        }
      }
    }
  }

  private static String prefix(int number) {
    return "SIGAA" + (char) ('A' + number % 26);
  }
}
