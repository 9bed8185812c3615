package dev.sigillo.mailauth.spf;

import dev.sigillo.mailauth.Txt;
import java.util.List;

/**
 * What a record takes in DNS (RFC 7208 sections 3.3 and 3.4).
 *
 * @param octets length of the record's text
 * @param strings lengths of the strings it is published in, of 255 allowed each
 * @param nameAndTexts length of the name and the texts of all its TXT records; up to 450 is safe
 * @param response octets of the DNS response with all TXT records of the name, estimated without
 *     aliases and EDNS; more than 512 does not fit into plain UDP
 */
public record RecordSize(int octets, List<Integer> strings, long nameAndTexts, long response) {
  /** Octets of the longest string (RFC 1035 section 3.3). */
  public static final int LONGEST_STRING = 255;

  /** Name and texts up to which responses are sure to fit (RFC 7208 section 3.4). */
  public static final int SAFE = 450;

  /** Octets of a response that fits into UDP without EDNS (RFC 1035 section 4.2.1). */
  public static final int UDP = 512;

  private static final long HEADER = 12;
  private static final int QUESTION = 4;
  private static final int RECORD = 12;

  public RecordSize {
    strings = List.copyOf(strings);
  }

  static RecordSize of(String name, Txt record, List<String> published) {
    long texts = name.length();
    long response = HEADER + name.length() + 2 + QUESTION;
    for (String data : published) {
      Txt txt = Published.txt(data);
      int octets = txt.strings().stream().mapToInt(String::length).sum();
      texts += octets;
      response += RECORD + octets + Math.max(1, txt.strings().size());
    }
    List<Integer> strings = record.strings().stream().map(String::length).toList();
    return new RecordSize(record.text().length(), strings, texts, response);
  }
}
