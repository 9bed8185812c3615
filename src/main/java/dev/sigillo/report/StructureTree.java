package dev.sigillo.report;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureTreeRoot;

/** Completes the tags: a heading cell says that it heads its column. */
final class StructureTree {
  private StructureTree() {}

  static void finish(PDDocument document) {
    PDStructureTreeRoot root = document.getDocumentCatalog().getStructureTreeRoot();
    if (root != null) {
      walk(root.getCOSObject().getDictionaryObject(COSName.K));
    }
  }

  private static void walk(@org.jspecify.annotations.Nullable COSBase node) {
    if (node instanceof COSObject reference) {
      walk(reference.getObject());
    } else if (node instanceof COSArray array) {
      for (int i = 0; i < array.size(); i++) {
        walk(array.getObject(i));
      }
    } else if (node instanceof COSDictionary element) {
      if ("TH".equals(element.getNameAsString(COSName.S))) {
        COSDictionary scope = new COSDictionary();
        scope.setName(COSName.O, "Table");
        scope.setName("Scope", "Column");
        element.setItem(COSName.A, scope);
      }
      walk(element.getDictionaryObject(COSName.K));
    }
  }
}
