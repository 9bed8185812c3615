package dev.sigillo.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * The last pass over the PDF: what PDF/UA-1 asks for and JasperReports does not write, and
 * everything that would differ from run to run.
 */
final class PdfFinish {
  private PdfFinish() {}

  /**
   * Finishes a document.
   *
   * @param moment when its content was true
   * @param digests what tells it from every other document: 64 hexadecimal digits each, equal for
   *     equal content
   */
  static byte[] finish(byte[] raw, String tool, Instant moment, List<String> digests, Words words)
      throws IOException {
    try (PDDocument document = Loader.loadPDF(raw)) {
      for (PDPage page : document.getPages()) {
        Artifacts.mark(document, page);
      }
      StructureTree.finish(document);
      FontNames.finish(document);
      Calendar date = date(moment);
      document.getDocumentInformation().setCreationDate(date);
      document.getDocumentInformation().setModificationDate(date);
      document.getDocumentInformation().setProducer(tool);
      metadata(document, tool, moment, words);
      COSString id = new COSString(id(digests));
      COSArray ids = new COSArray(List.of(id, id));
      document.getDocument().getTrailer().setItem(COSName.ID, ids);
      ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length);
      document.setDocumentId(Long.parseLong(digests.get(1).substring(0, 15), 16));
      document.save(out, CompressParameters.NO_COMPRESSION);
      return out.toByteArray();
    }
  }

  private static byte[] id(List<String> digests) {
    return java.util.HexFormat.of()
        .parseHex(digests.get(0).substring(0, 16) + digests.get(1).substring(0, 16));
  }

  private static Calendar date(Instant moment) {
    Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
    date.setTimeInMillis(moment.toEpochMilli());
    return date;
  }

  private static void metadata(PDDocument document, String tool, Instant instant, Words words)
      throws IOException {
    String moment = instant.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString();
    String title = document.getDocumentInformation().getTitle();
    String xmp =
        """
        <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
        <x:xmpmeta xmlns:x="adobe:ns:meta/">
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
        <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
        <pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
        <pdfuaid:part>1</pdfuaid:part>
        <dc:format>application/pdf</dc:format>
        <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
        <dc:creator><rdf:Seq><rdf:li>%s</rdf:li></rdf:Seq></dc:creator>
        <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:description>
        <dc:language><rdf:Bag><rdf:li>%s</rdf:li></rdf:Bag></dc:language>
        <xmp:CreateDate>%s</xmp:CreateDate><xmp:ModifyDate>%s</xmp:ModifyDate><xmp:MetadataDate>%s</xmp:MetadataDate>
        <xmp:CreatorTool>%s</xmp:CreatorTool>
        <pdf:Producer>%s</pdf:Producer>
        <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
        <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
        <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
        <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
        <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
        <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
        <pdfaProperty:category>internal</pdfaProperty:category><pdfaProperty:description>Part of the PDF/UA standard</pdfaProperty:description>
        </rdf:li></rdf:Seq></pdfaSchema:property>
        </rdf:li></rdf:Bag></pdfaExtension:schemas>
        </rdf:Description></rdf:RDF></x:xmpmeta>
        <?xpacket end="w"?>"""
            .formatted(
                xml(title),
                xml(tool),
                xml(document.getDocumentInformation().getSubject()),
                words.language(),
                moment,
                moment,
                moment,
                xml(tool),
                xml(tool));
    PDMetadata metadata = new PDMetadata(document);
    metadata.importXMPMetadata(xmp.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    document.getDocumentCatalog().setMetadata(metadata);
  }

  private static String xml(@org.jspecify.annotations.Nullable String text) {
    return String.valueOf(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
